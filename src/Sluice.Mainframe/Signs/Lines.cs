using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

internal static class Lines
{
    // What a language is known by stands at the beginning of a line; some lines are as long as their member.
    private const int Telling = 512;

    extension(SourceText source)
    {
        /// <summary>As much of a line as tells what it is.</summary>
        public ReadOnlySpan<char> Beginning(int number) =>
            source[number] is var line && line.Length > Telling ? line[..Telling] : line;
    }
}
