using Sluice.Web.Hosting;

const int Usage = 2;

try
{
    await using var app = SluiceHost.Build(args);
    var database = app.Services.GetRequiredService<DatabasePreparation>();
    await database.Begin();
    try
    {
        await app.RunAsync();
    }
    catch (IOException) when (database.Done.IsFaulted)
    {
        await database.Done; // Kestrel says that it cannot bind, whatever keeps it from it.
    }
    finally
    {
        await database.Settled(); // A migration is not left half done, whatever stops the host.
    }
    return 0;
}
catch (UsageException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return Usage;
}
