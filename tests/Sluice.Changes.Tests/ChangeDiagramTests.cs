namespace Sluice.Changes.Tests;

public sealed class ChangeDiagramTests
{
    [Fact]
    public void Diagram_in_the_documents_is_the_table() =>
        WrittenDiagram.IsShownIn("docs/lifecycles/change.md", ChangeLifecycle.Mermaid());
}
