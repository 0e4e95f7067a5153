using Microsoft.EntityFrameworkCore.Design;
using Sluice.Kernel.Persistence;

namespace Sluice.Web.Hosting;

/// <summary>For <c>./add-migration</c>: the context as the host would build it for one of the databases.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var isPostgres = args.Contains("postgres");
        var app = SluiceHost.Build(
        [
            "--data", Path.Combine(Path.GetTempPath(), "sluice-design"),
            "--database", isPostgres ? "postgres" : "sqlite", "--connection", "Host=localhost;Database=design",
        ]);
        return app.Services.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
    }
}
