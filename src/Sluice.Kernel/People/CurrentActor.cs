namespace Sluice.Kernel.People;

/// <summary>Who this scope acts for, once it is known.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; private set; }

    /// <summary>What the caller's name reads like on pages.</summary>
    public string Name { get; private set; } = "";

    internal IReadOnlyList<Scope> Scopes { get; private set; } = [];

    public void Enter(Actor actor, string name, IReadOnlyList<Scope> scopes) =>
        (Actor, Name, Scopes) = (actor, name, scopes);
}
