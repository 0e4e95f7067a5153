using Sluice.Web.Hosting;

const int Usage = 2;

try
{
    await using var app = SluiceHost.Build(args);
    await app.Services.GetRequiredService<DatabasePreparation>().Begin();
    await app.RunAsync();
    return 0;
}
catch (UsageException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return Usage;
}
