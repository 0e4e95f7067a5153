using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel;
using Sluice.Kernel.Http;
using Sluice.Production;
using Sluice.Releases;
using Sluice.Web.Csv;
using Sluice.Web.Demo;
using Sluice.Web.Demo.Story;
using Sluice.Web.Pages.Parts;
using Sluice.Web.SignIn;

namespace Sluice.Web.Hosting;

/// <summary>Composition: which modules there are, and what every request passes through.</summary>
public static class SluiceHost
{
    private const long LargestBody = 4 * 1024 * 1024;

    // Limits of a page's forms are set at 900, and its antiforgery token is asked for at 1000.
    private const int AfterLimits = 1000;
    private const int AfterItsOwn = 1001;

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read once: nobody is to change what runs in production by saving a file.
            Args = [.. LaunchOptions.WithoutSwitches(args), "--hostBuilder:reloadConfigOnChange=false"],
            // Pages and their files are found beside this assembly, whoever starts it and from wherever.
            ApplicationName = typeof(SluiceHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        configure?.Invoke(builder);
        var options = LaunchOptions.Read(args, builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        builder.Services
            .AddSingleton(options)
            .AddKernel(
                oneWriterAtATime: !options.IsPostgres, options.Data.CreateSubdirectory("files"),
                options.Data.CreateSubdirectory("heads"))
            .AddHandover()
            .AddProduction()
            .AddChanges()
            .AddReleases()
            .AddDatabase(database => DatabaseChoice.Use(database, options))
            .AddSignIn()
            .AddScoped<DemoData>()
            .AddSingleton<DatabasePreparation>()
            .AddSingleton<IConnectionListenerFactory, ListenWhenPrepared>()
            .AddHostedService<Clockwork>()
            .AddLanguage()
            .AddHttpContextAccessor()
            .AddScoped<Viewer>()
            .AddScoped<FirstSteps>()
            .AddOpenApi("v1", ApiDescription.Complete)
            .AddRateLimiter(limits => limits.LimitPasswords())
            .AddDataProtection().PersistKeysToFileSystem(options.Data.CreateSubdirectory("keys")).SetApplicationName("sluice");
        if (options.TellsStory)
            builder.Services.AddStory();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "sluice-form");
        builder.Services.Configure<CookieTempDataProviderOptions>(done => done.Cookie.Name = "sluice-done");
        builder.Services.AddStyleCompression();
        builder.Services.AddSingleton<KeptForms>();
        builder.Services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
            cookie.Events.OnRedirectToLogin = KeptForms.InsteadOf(cookie.Events.OnRedirectToLogin));
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/").AllowAnonymousToPage("/SignIn");
            // FormGuard asks for the token itself, and knows what to do without.
            pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute { Order = AfterItsOwn });
            pages.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(FormGuard)) { Order = AfterLimits });
        });
        return Use(builder.Build());
    }

    private static WebApplication Use(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.Use(Language.Choose);
        app.UseErrors();
        app.UseCookiePolicy(new() { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
        app.UseStyles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(ApiRoutes.CheckScope);
        app.Use(Body.RefuseOtherCharset);
        app.UseIdempotency();
        app.MapApi();
        app.MapHealth();
        app.MapOpenApi();
        app.MapRazorPages();
        app.MapBoardEvents();
        app.MapCsv();
        return app;
    }
}
