namespace Sluice.Changes.Reviewing;

/// <summary>What the post-implementation review came to.</summary>
public enum CloseCode { Successful, SuccessfulWithIssues, Unsuccessful, BackedOut, NotImplemented }
