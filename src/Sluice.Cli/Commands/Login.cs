using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;
using Sluice.Cli.Settings;
using Spectre.Console;

namespace Sluice.Cli.Commands;

internal static class Login
{
    public static Command Create(CommandTree tree)
    {
        var url = new Argument<string?>("URL")
        {
            Description = "The server; SLUICE_URL or the last one used when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var demo = new Option<string?>("--demo") { Description = "An account of the demo; no password.", HelpName = "ACCOUNT" };
        var account = new Option<string?>("--account") { Description = "Your account.", HelpName = "ACCOUNT" };
        var password = new Option<bool>("--password") { Description = "Asks for the password, or reads it from the input." };
        var token = new Option<bool>("--token") { Description = "Reads an API token from the input." };
        return tree.Command("login", "Remembers a server and who you are there, in a file that only you can read.",
            [
                "sluice login http://localhost:5080 --demo requester",
                "sluice login https://sluice.example --account jo --password",
                "sluice login https://sluice.example --account jo --password < password.txt",
                "sluice login https://sluice.example --as pipeline --token < token.txt",
                "sluice --as requester change list        # several people from one shell",
            ],
            [url, demo, account, password, token],
            async (session, ct) =>
            {
                var profiles = Profiles.Read(session.Around.ConfigFile);
                var address = session.Of(url) is { } given
                    ? Profiles.Address(given)
                    : profiles.Choose(null, session.Around).Address;
                var secret = (session.Of(demo), session.Of(account), session.Of(password), session.Of(token)) switch
                {
                    ({ } name, null, false, false) =>
                        await Ask(session, address, "/demo/token", new() { ["account"] = name }, ct),
                    (null, { } name, true, false) => await Ask(session, address, "/sign-in", new()
                    {
                        ["account"] = name,
                        ["password"] = Secret(session, "Password: "),
                        ["tokenName"] = "sluice on " + System.Environment.MachineName,
                    }, ct),
                    (null, null, false, true) => Secret(session, "Token: "),
                    _ => throw new MisuseException("Say --demo ACCOUNT, or --account ACCOUNT --password, or --token."),
                };
                return secret is null ? Exit.Refused : await Keep(session, profiles, address, secret, ct);
            });
    }

    private static async Task<string?> Ask(Session session, Uri address, string path, JsonObject body, CancellationToken ct)
    {
        using var stranger = new Api(new(address, null));
        var reply = await stranger.Send(HttpMethod.Post, path, body, null, ct);
        if (reply.IsYes)
            return reply.Body.Text("token");
        Output.Refusal.Write(session.Screen, reply);
        return null;
    }

    private static async Task<int> Keep(Session session, Profiles profiles, Uri address, string secret, CancellationToken ct)
    {
        using var person = new Api(new(address, secret));
        var me = await person.Get("/me", ct);
        if (me.IsYes)
        {
            var name = session.Profile ?? me.Body.Text("account");
            profiles.Known[name] = new(address.ToString(), secret);
            (profiles with { Current = name }).Write(session.Around.ConfigFile);
        }
        return session.Answer(me, (screen, body) => screen.Line(
            $"{body.Text("name")} ({body.Text("account")}) of {body.Text("organisation")} at {address}: {body.Text("roles")}"));
    }

    // Never an argument: those are seen by everybody on the machine and end up in the shell's history.
    private static string Secret(Session session, string prompt)
    {
        var secret = session.Around is { IsTerminal: true, IsPrompting: true }
            ? AnsiConsole.Prompt(new TextPrompt<string>(prompt).Secret(null))
            : session.Around.In.ReadLine();
        return string.IsNullOrEmpty(secret) ? throw new MisuseException("Nothing was entered.") : secret;
    }
}
