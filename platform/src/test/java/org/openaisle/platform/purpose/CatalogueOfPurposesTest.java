package org.openaisle.platform.purpose;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.database.TestDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The build stops when there is data of which nobody has said what it is for. */
class CatalogueOfPurposesTest {
    private static final String PLATFORM = "org.openaisle.platform";

    private static TestDatabase database;
    private static Declarations catalogue;

    @BeforeAll
    static void readWhatTheModulesDeclare() {
        database = new TestDatabase(1);
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(DataDeclarations.class));
            scanner.scan(PLATFORM);
            context.refresh();
            catalogue = Declarations.of(
                    List.copyOf(context.getBeansOfType(DataDeclarations.class).values()));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyColumnIsDeclaredAndNoneThatIsNotThere() {
        assertThat(without(columns(), declared(Field.Column.class)))
                .as("columns that nobody declares")
                .isEmpty();
        assertThat(without(declared(Field.Column.class), columns()))
                .as("declared columns that are not there")
                .isEmpty();
    }

    @Test
    void everyFieldOfEveryEventIsDeclaredAndNoneThatIsNotThere() {
        Set<Field> fields = new LinkedHashSet<>();
        for (JavaClass event : new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests()))
                .importPackages(PLATFORM)
                .that(describe("event records", c -> c.isAssignableTo(EventRecord.class) && c.isRecord()))) {
            fields.addAll(Field.of(event.reflect().asSubclass(Record.class)));
        }
        assertThat(without(fields, declared(Field.EventField.class)))
                .as("fields that nobody declares")
                .isEmpty();
        assertThat(without(declared(Field.EventField.class), fields))
                .as("declared fields that are not there")
                .isEmpty();
    }

    record Inner(String name) {}

    record Outer(int number, List<Inner> inner) implements EventRecord {}

    @Test
    void anEventsFieldsReachIntoTheRecordsThatItHolds() {
        assertThat(Field.of(Outer.class))
                .extracting(Field::toString)
                .containsExactly(
                        "event field " + Outer.class.getName() + ".number",
                        "event field " + Outer.class.getName() + ".inner",
                        "event field " + Inner.class.getName() + ".name");
    }

    @Test
    void noRoleReadsPersonalColumnsForAPurposeThatTheyAreNotDeclaredFor() {
        List<String> tooMuch = new ArrayList<>();
        Map<Field, Optional<Handling>> fields = catalogue.fields();
        database.owner()
                .sql("""
                    SELECT c.table_name, c.column_name, r.rolname
                    FROM information_schema.columns c CROSS JOIN pg_roles r
                    WHERE c.table_schema = 'public' AND r.rolname = ANY (:roles)
                      AND has_column_privilege(r.rolname, c.table_name::regclass, c.column_name, 'SELECT')""")
                .param("roles", purposeRoles())
                .query((row, number) ->
                        Map.entry(new Field.Column(row.getString(1), row.getString(2)), row.getString(3)))
                .list()
                .forEach(right -> fields.getOrDefault(right.getKey(), Optional.empty())
                        .filter(handling -> !handling.purposes().contains(purpose(right.getValue())))
                        .ifPresent(handling -> tooMuch.add(right.getValue() + " reads " + right.getKey())));
        assertThat(tooMuch).isEmpty();
    }

    @Test
    void whatIsKeptForATimeNamesTheColumnFromWhichItRuns() {
        Set<Field> columns = columns();
        List<String> wrong = new ArrayList<>();
        catalogue.fields().forEach((field, handling) -> {
            if (field instanceof Field.Column column && handling.isPresent()) {
                Retention retention = handling.get().retention();
                if (!retention.period().isZero()
                        && !columns.contains(new Field.Column(column.table(), retention.anchor()))) {
                    wrong.add(column + " is kept for a time from " + retention.anchor()
                            + ", which its table does not have");
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsDeclaredTwice() {
        Declarations twice = new Declarations();
        twice.table("visit").plain("id");
        assertThatThrownBy(() -> twice.table("visit").plain("id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column visit.id is declared twice");
    }

    private static Set<Field> columns() {
        return Set.copyOf(database.owner()
                .sql("""
                    SELECT table_name, column_name FROM information_schema.columns
                    WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'""")
                .query((row, number) -> (Field) new Field.Column(row.getString(1), row.getString(2)))
                .list());
    }

    private static Set<Field> without(Set<Field> all, Set<Field> some) {
        Set<Field> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<Field> declared(Class<? extends Field> kind) {
        return catalogue.fields().keySet().stream().filter(kind::isInstance).collect(Collectors.toSet());
    }

    private static String[] purposeRoles() {
        return List.of(Purpose.values()).stream()
                .map(purpose -> "openaisle_" + purpose.id())
                .toArray(String[]::new);
    }

    private static Purpose purpose(String role) {
        return Purpose.valueOf(role.substring("openaisle_".length()).toUpperCase(Locale.ROOT));
    }
}
