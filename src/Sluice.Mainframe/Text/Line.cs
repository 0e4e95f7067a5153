namespace Sluice.Mainframe.Text;

/// <summary>Where a line stands in the text of its member.</summary>
internal readonly record struct Line(int Start, int Length);
