namespace Sluice.Mainframe.Estate;

/// <summary>
/// Which folder of the estate is which library of production: a folder is called like the data set, <c>PROD.PROCLIB</c>, or like its
/// last qualifier, <c>proclib</c>.
/// </summary>
internal static class LibraryName
{
    public static bool IsOf(string path, string dataSet)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path.AsSpan()));
        if (folder.IsEmpty)
            return false;
        return folder.Equals(dataSet, StringComparison.OrdinalIgnoreCase)
            || folder.Equals(dataSet.AsSpan(dataSet.LastIndexOf('.') + 1), StringComparison.OrdinalIgnoreCase);
    }
}
