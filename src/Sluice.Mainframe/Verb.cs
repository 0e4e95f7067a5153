namespace Sluice.Mainframe;

/// <summary>How one thing refers to another, so that it reads as a sentence: program A calls program B.</summary>
public enum Verb
{
    /// <summary>Brings in source text: COPY, EXEC SQL INCLUDE, %INCLUDE, a macro.</summary>
    Copies,

    /// <summary>Runs it and is returned to: CALL.</summary>
    Calls,

    /// <summary>The same through CICS: LINK.</summary>
    Links,

    /// <summary>Hands over for good: XCTL.</summary>
    Transfers,

    /// <summary>Begins a transaction: START.</summary>
    Starts,

    /// <summary>Names what comes next: RETURN TRANSID.</summary>
    Returns,

    /// <summary>Shows a map.</summary>
    Sends,

    /// <summary>Takes in a map.</summary>
    Receives,

    /// <summary>Takes from it and leaves it as it is.</summary>
    Reads,

    /// <summary>Adds to it or fills it.</summary>
    Writes,

    /// <summary>Alters what is in it.</summary>
    Updates,

    /// <summary>Takes it away, or out of it.</summary>
    Deletes,

    /// <summary>Makes it: DISP=NEW, DEFINE CLUSTER, CREATE TABLE.</summary>
    Creates,

    /// <summary>Names it; whether it reads or writes cannot be seen from here.</summary>
    Uses,

    /// <summary>A step runs a program or a procedure; a transaction runs its first program; a scheduler runs a job.</summary>
    Runs,

    /// <summary>Is made of it: a job of steps, a map set of maps, a plan of packages.</summary>
    Contains,

    /// <summary>Makes a package or a plan of it.</summary>
    Binds,

    /// <summary>Waits for it: a predecessor, a condition.</summary>
    Follows,

    /// <summary>Raises a condition that others wait for.</summary>
    Raises,

    /// <summary>Lets somebody at it.</summary>
    Permits,
}
