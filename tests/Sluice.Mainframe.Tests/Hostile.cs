using System.Diagnostics;
using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests;

/// <summary>Sources that want to make a reader throw, hang or take more than its share.</summary>
internal static class Hostile
{
    /// <summary>Random text, and pieces of a good source cut off, cut out, doubled and spliced with noise.</summary>
    /// <returns>How many were read.</returns>
    public static int Feed(Action<string, SourceText, Findings> reader, string good, int times)
    {
        var dice = new Dice(4711);
        for (var time = 0; time < times; time++)
            reader("MEMBER", SourceText.Of(Mutated(good, dice)), new Findings());
        return times;
    }

    /// <summary>Twice as much must not take much more than twice as long; a floor keeps noise of the machine out of it.</summary>
    public static void IsLinear(Action<string, SourceText, Findings> reader, Func<int, string> source)
    {
        const int size = 40_000;
        const double floor = 150;
        var (small, large) = (SourceText.Of(source(size)), SourceText.Of(source(8 * size)));
        var (one, eight) = (Milliseconds(reader, small), Milliseconds(reader, large));
        // What else runs on the machine can make it slow once, but hardly each time.
        for (var again = 0; again < 4 && eight >= floor + (24 * one); again++)
            eight = Math.Min(eight, Milliseconds(reader, large));
        Assert.True(eight < floor + (24 * one), $"{size} units took {one} ms, eight times as many {eight} ms.");
    }

    private static double Milliseconds(Action<string, SourceText, Findings> reader, SourceText source)
    {
        var begun = Stopwatch.GetTimestamp();
        reader("MEMBER", source, new Findings());
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static string Mutated(string good, Dice dice)
    {
        const string noise = "'\"()/*;,.:=+-&%|<>\n\n \u00e4\u0001AZ09";
        var text = new StringBuilder(good);
        for (var edits = 1 + dice.Below(11); edits > 0 && text.Length > 0; edits--)
        {
            var at = dice.Below(text.Length);
            var length = Math.Min(1 + dice.Below(39), text.Length - at);
            switch (dice.Below(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(dice.Below(text.Length - length + 1), length));
                    break;
                case 2:
                    text.Length = at;
                    break;
                default:
                    for (var i = 0; i < length; i++)
                        text[at + i] = noise[dice.Below(noise.Length)];
                    break;
            }
        }
        return text.ToString();
    }
}
