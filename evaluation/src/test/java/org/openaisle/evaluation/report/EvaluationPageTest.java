package org.openaisle.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.evaluation.Malformed;
import org.openaisle.evaluation.report.EvaluationPage.Part;

class EvaluationPageTest {
    @Test
    void aPageThatIsNotThereIsMadeWithAPlaceForEveryPart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("page.md");
        EvaluationPage.replace(file, Part.CAMPAIGN, "| a | b |");
        assertThat(Files.readString(file))
                .startsWith("# Evaluation\n")
                .contains("\n## Campaign\n<!-- generated: campaign -->\n| a | b |\n<!-- end -->\n")
                .contains("<!-- generated: recordings -->\nNot measured yet: `./openaisle evaluate`.\n<!-- end -->")
                .contains("<!-- generated: sensitivity -->")
                .contains("<!-- generated: growth -->");
    }

    @Test
    void onlyTheOwnPartIsReplacedAndEverythingElseStaysByteForByte() {
        String before = "# Mine\n\nHand-written.  \n\n## Campaign\n";
        String between = "\n\nI tried this, and it did not help.\n";
        String other = "<!-- generated: growth -->\nflat\n<!-- end -->\r\nlast words";
        String page = before + "<!-- generated: campaign -->\nold\nold\n<!-- end -->" + between + other;
        assertThat(EvaluationPage.replaced(page, Part.CAMPAIGN, "new\n\n"))
                .isEqualTo(before + "<!-- generated: campaign -->\nnew\n<!-- end -->" + between + other);
        assertThat(EvaluationPage.replaced(page, Part.GROWTH, "steep"))
                .contains("old")
                .contains("\nsteep\n");
    }

    @Test
    void aPartThatThePageDoesNotHaveYetComesAtItsEnd() {
        assertThat(EvaluationPage.replaced("# Mine\n\nWords.\n\n", Part.GROWTH, "flat"))
                .isEqualTo("# Mine\n\nWords.\n\n## Growth\n<!-- generated: growth -->\nflat\n<!-- end -->\n");
    }

    @Test
    void wordsThatWouldBeLostBecauseAnEndIsMissingAreNotLost() {
        assertThatThrownBy(() ->
                        EvaluationPage.replaced("<!-- generated: growth -->\nflat\n\nMy words.\n", Part.GROWTH, "new"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("<!-- end -->");
        String page = "<!-- generated: growth -->\nMy words.\n<!-- generated: campaign -->\nold\n<!-- end -->\n";
        assertThatThrownBy(() -> EvaluationPage.replaced(page, Part.GROWTH, "new"))
                .isInstanceOf(Malformed.class);
    }
}
