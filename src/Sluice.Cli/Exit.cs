namespace Sluice.Cli;

/// <summary>What a script learns from the exit code.</summary>
public static class Exit
{
    public const int Yes = 0;

    /// <summary>The answer is no; every reason has been printed.</summary>
    public const int Refused = 1;

    /// <summary>The command line, a file it names or the configuration is not usable.</summary>
    public const int Misused = 2;

    /// <summary>No server answered, or something that is none did.</summary>
    public const int Unreachable = 3;

    /// <summary>It was stopped (Ctrl-C) before it was done: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends the command with <see cref="Exit.Misused"/>.</summary>
internal sealed class MisuseException(string message) : Exception(message);
