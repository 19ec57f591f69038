package org.openaisle.platform.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The retailer's products. They come in as files and go out as such. */
@RestController
class ProductController {
    private static final int FILE_BYTES = 64 << 20;
    private static final int LARGEST_PAGE = 500;
    private static final String CSV = "text/csv";

    private final ProductImport imports;
    private final ProductQuery query;

    ProductController(ProductImport imports, ProductQuery query) {
        this.imports = imports;
        this.query = query;
    }

    /** A page by GTIN. */
    @GetMapping("/api/v1/products")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    List<ProductQuery.Product> page(
            StaffCaller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return query.page(caller.tenant(), after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** By its GTIN or one of its barcodes, in 14 digits. */
    @GetMapping("/api/v1/products/{gtin}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    ProductQuery.Product one(StaffCaller caller, @PathVariable String gtin) {
        return query.find(caller.tenant(), gtin).orElseThrow(() -> Refused.notFound("product"));
    }

    /** Is not sold any more; what was sold stays known. An import that names it brings it back. */
    @DeleteMapping("/api/v1/products/{gtin}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    ResponseEntity<Void> withdraw(StaffCaller caller, @PathVariable String gtin) {
        if (!query.withdraw(caller.tenant(), gtin)) {
            throw Refused.notFound("product");
        }
        return ResponseEntity.noContent().build();
    }

    /** What an import did, or what is wrong. */
    record Answer(int lines, int taken, int faultCount, List<Fault> faults) {}

    /**
     * Takes a file of products and prices.
     *
     * @param extent {@code ALL} or nothing, {@code GOOD_LINES} only, or {@code NONE} to look first
     */
    @PostMapping(
            path = "/api/v1/products/import",
            consumes = {CSV, "application/json"})
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER},
            bodyBytes = FILE_BYTES)
    ResponseEntity<Answer> take(
            StaffCaller caller,
            @RequestParam(defaultValue = "ALL") ProductImport.Extent extent,
            HttpServletRequest request)
            throws IOException {
        String type = String.valueOf(request.getContentType());
        ProductFile.Content file = type.startsWith(CSV)
                ? ProductFile.readCsv(request.getInputStream())
                : ProductFile.readJson(request.getInputStream());
        ProductImport.Result result = imports.take(caller.tenant(), file, extent);
        List<Fault> faults = result.faults();
        if (extent == ProductImport.Extent.ALL) {
            Faults.refuse(faults);
        }
        return ResponseEntity.status(HttpStatus.OK)
                .body(new Answer(
                        result.lines(),
                        result.taken(),
                        faults.size(),
                        faults.subList(0, Math.min(Faults.SHOWN, faults.size()))));
    }

    /** All that is sold, as a file that can be imported again. */
    @GetMapping(path = "/api/v1/products/export", produces = CSV)
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    String exportCsv(StaffCaller caller) {
        StringWriter csv = new StringWriter();
        ProductFile.writeCsv(csv, query.lines(caller.tenant()));
        return csv.toString();
    }

    /** The same as JSON. */
    @GetMapping(path = "/api/v1/products/export", produces = "application/json")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    List<Map<String, Object>> exportJson(StaffCaller caller) {
        return query.lines(caller.tenant());
    }
}
