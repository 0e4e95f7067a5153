using Microsoft.Extensions.Time.Testing;
using Sluice.Kernel.People.SignIn;

namespace Sluice.Kernel.Tests.People;

public sealed class CredentialTests
{
    private const string Password = "correct horse battery staple";
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly Credential credential = new(new("qa"), Password);

    [Fact]
    public void Closed_credential_opens_with_no_password()
    {
        var closed = Credential.Closed(new("qa"));

        foreach (var guess in (string[])["", "nobody", Password, closed.Hash])
            Assert.False(closed.Try(guess, clock.GetUtcNow()));
        Assert.Equal(4, closed.Failures);
    }

    [Fact]
    public void Four_wrong_guesses_are_forgiven_with_the_right_one()
    {
        for (var guess = 0; guess < 4; guess++)
            Assert.False(Try("wrong"));
        Assert.True(Try(Password));
        Assert.Equal(0, credential.Failures);

        for (var guess = 0; guess < 4; guess++)
            Assert.False(Try("wrong"));
        Assert.False(credential.IsLocked(clock.GetUtcNow()));
    }

    [Fact]
    public void Each_wrong_guess_from_the_fifth_on_locks_for_twice_as_long_up_to_a_quarter_of_an_hour()
    {
        for (var guess = 0; guess < 4; guess++)
            Try("wrong");
        foreach (var minutes in (int[])[1, 2, 4, 8, 15, 15, 15])
        {
            Try("wrong");
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
            Assert.True(credential.IsLocked(clock.GetUtcNow()), $"{minutes}");
            clock.Advance(TimeSpan.FromTicks(1));
            Assert.False(credential.IsLocked(clock.GetUtcNow()), $"{minutes}");
        }
    }

    [Fact]
    public void Very_many_guesses_lock_no_longer_than_that()
    {
        var throttle = default(Throttle);
        for (var guess = 0; guess < 10_000; guess++)
            throttle = throttle.Failed(clock.GetUtcNow());

        Assert.Equal(clock.GetUtcNow().AddMinutes(15), throttle.LockedUntil);
    }

    [Fact]
    public void New_password_ends_every_session_and_every_lock()
    {
        for (var guess = 0; guess < 5; guess++)
            Try("wrong");
        var stamp = credential.Stamp;

        credential.Replace("another one altogether");

        Assert.False(credential.IsLocked(clock.GetUtcNow()));
        Assert.NotEqual(stamp, credential.Stamp);
        Assert.False(Try(Password));
        Assert.True(Try("another one altogether"));
    }

    [Fact]
    public void Same_password_is_never_kept_alike() => Assert.NotEqual(credential.Hash, new Credential(new("qa"), Password).Hash);

    [Fact]
    public void Unknown_name_locks_after_as_many_guesses()
    {
        var unknown = new UnknownNames();

        for (var guess = 0; guess < 5; guess++)
            Assert.True(unknown.Guess("nobody", clock.GetUtcNow()));
        Assert.False(unknown.Guess("nobody", clock.GetUtcNow()));
        Assert.True(unknown.Guess("somebody", clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(unknown.Guess("nobody", clock.GetUtcNow()));
        Assert.False(unknown.Guess("nobody", clock.GetUtcNow()));
    }

    private bool Try(string password) => credential.Try(password, clock.GetUtcNow());
}
