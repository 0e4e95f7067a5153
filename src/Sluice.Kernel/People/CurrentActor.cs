namespace Sluice.Kernel.People;

/// <summary>Who this scope acts for, once it is known.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; private set; }

    /// <summary>What the caller's name reads like on pages.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<Scope> Scopes { get; private set; } = [];

    /// <summary>When the token that is acting expires; null when it does not, or when there is none.</summary>
    public DateTimeOffset? Until { get; private set; }

    public void Enter(Actor actor, string name, IReadOnlyList<Scope> scopes, DateTimeOffset? until = null) =>
        (Actor, Name, Scopes, Until) = (actor, name, scopes, until);
}
