using Sluice.Handover;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>The last nights: one that was called off, and an emergency that nobody has reviewed yet.</summary>
internal static class Lately
{
    public static void Tell(Script script)
    {
        script.Run(new(
            "printing", "Letters, new paper", "Letters print on the paper that has been bought.", 0, default,
            [
                new("paper", "Forms for the new paper", "The old paper is used up in two weeks.", "letters", "control-card:PRTFRM1 jcl:LETPRT", 1, 3)
                    { Patience = 9, By = "app-owner" },
            ])
        {
            Night = script.Days.At(-2, 20), Course = Course.CalledOff,
            Because = "The paper has not been delivered: there is nothing to print on tonight.",
        });
        script.Run(new(
            "gateway-certs", "Mobile gateway, refused certificates", "The app connects again from older phones.", 0, default,
            [
                new("gateway-chain", "Add the intermediate certificate to the gateway's chain",
                    "Since noon older phones refuse the connection: 4 of 100 sign-ins fail.", "mobile-gateway", "script:add-chain.sh", 2, 4)
                    { Kind = ChangeKind.Emergency },
            ])
        {
            Night = script.Days.At(-1, 17), IsReviewed = false,
            Notes = "Sign-ins from older phones since 17:40. Why the chain was incomplete is for the review.",
        });
    }
}
