namespace Sluice.Mainframe.Estate;

/// <summary>A member of the estate: where it is kept, and what it says.</summary>
public sealed record Member(string Path, Reading Reading)
{
    public string Name => Reading.Name;
}
