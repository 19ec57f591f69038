package org.openaisle.platform.privacy;

import java.util.List;
import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The catalogue as the modules declare it, without the platform around it. */
final class CatalogueForTests {
    private CatalogueForTests() {}

    static Declarations read() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(DataDeclarations.class));
            scanner.scan("org.openaisle.platform");
            context.refresh();
            return Declarations.of(
                    List.copyOf(context.getBeansOfType(DataDeclarations.class).values()));
        }
    }
}
