namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>The story from its beginning to this night.</summary>
internal static class Whole
{
    public static Script Of(StoryDays days)
    {
        var script = new Script(days);
        Foundations.Tell(script);
        foreach (var night in FirstMonth.Nights.Concat(SecondMonth.Nights).Concat(ThirdMonth.Nights))
            script.Run(night);
        Detours.Tell(script);
        script.OfNow(Tonight.Tell);
        script.OfNow(Lately.Tell);
        script.OfNow(Ahead.Tell);
        script.OfNow(InTheOffice.Tell);
        return script;
    }
}
