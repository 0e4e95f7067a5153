using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Lines behind a statement of JES that are no part of this job: what <c>/*XMIT</c> sends to another node as it is, and the data
/// between <c>//*DATASET</c> and <c>//*ENDDATASET</c>, in which there may be JCL. Source: z/OS MVS JCL Reference, chapters "JES2
/// execution control statements" (/*XMIT statement) and "JES3 control statements" (//*DATASET and //*ENDDATASET statements).
/// </summary>
internal sealed class ForJes(SourceText source, Findings findings)
{
    private const string Transmission = "/*XMIT";
    private const string DataSet = "//*DATASET ";
    private const string EndOfDataSet = "//*ENDDATASET";

    // Before it no data set that begins ends: comments that look like its beginning must not each be read to the end.
    private int endless;

    public static bool IsTransmission(ReadOnlySpan<char> line) =>
        line.StartsWith(Transmission) && (line.Length == Transmission.Length || line[Transmission.Length] == ' ');

    /// <summary>The records end with <c>/*</c>, with what DLM says instead, or with the input.</summary>
    /// <returns>The line to go on with.</returns>
    public int AfterTransmission(int number)
    {
        var delimiter = Delimiter(source[number]);
        for (var line = number + 1; line <= source.Count; line++)
            if (source[line].StartsWith(delimiter))
                return line + 1;
        if (delimiter is not "/*")
            findings.Complain(new(number, 1), "jcl.unclosed-data",
                $"What is transmitted goes on to the end of the member, without delimiter {delimiter}.");
        return source.Count + 1;
    }

    /// <summary>
    /// With J=YES only its end ends the data; without, a JOB statement does. To JES2 all this is a comment, which may begin with
    /// the same word: it is believed only with a DDNAME and with its end.
    /// </summary>
    /// <returns>The line to go on with.</returns>
    public int AfterComment(int number)
    {
        var text = Columns.Code(source[number]);
        if (!text.StartsWith(DataSet) || number < endless)
            return number + 1;
        var operands = text[DataSet.Length..].TrimStart(' ');
        if (!operands.StartsWith("DDNAME="))
            return number + 1;
        operands = operands[..Columns.EndOfWord(operands, 0)];
        var hasJobs = operands.Contains(",J=YES", StringComparison.Ordinal);
        var line = number + 1;
        for (; line <= source.Count && (hasJobs || !IsJob(source[line])); line++)
            if (source[line].StartsWith(EndOfDataSet))
                return line + 1;
        endless = line;
        return number + 1;
    }

    private static string Delimiter(ReadOnlySpan<char> line)
    {
        const string keyword = "DLM=";
        const int length = 2;
        line = Columns.Code(line);
        if (line.IndexOf(keyword) is not (> 0 and var found))
            return "/*";
        var value = line[(found + keyword.Length)..];
        var said = value is ['\'', ..] ? Literal.Unquoted(value.ToString()) : value.ToString();
        return said.Length < length ? "/*" : said[..length];
    }

    private static bool IsJob(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("//") || line.StartsWith("//*"))
            return false;
        var start = Columns.SkipBlanks(line, Columns.EndOfWord(line, Columns.Name));
        return Operations.Of(line[start..Columns.EndOfWord(line, start)]) == Operation.Job;
    }
}
