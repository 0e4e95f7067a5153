using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Kernel.Files;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outbox;
using Sluice.Kernel.People;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.People.Views;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel;

public static class KernelModule
{
    /// <summary>
    /// Who gave whom which role, and whose tokens came and went. Nobody comments on people, and nothing of this is redacted:
    /// names are in force.
    /// </summary>
    public static RecordKind People { get; } = new(
        "/people", "person/", GrantRoles.NoSuchPerson,
        async (db, account, ct) =>
        {
            var wanted = new Account(account);
            return await db.Set<Person>().SingleOrDefaultAsync(person => person.Account == wanted, ct);
        },
        Redactors: []);

    /// <summary>What was agreed on when. Nobody comments on it, and nothing of it is redacted: it is in force.</summary>
    public static RecordKind Organisations { get; } = new(
        "/organisations", OrganisationSettings.Prefix, ShowOrganisation.Unknown,
        async (db, key, ct) => await ShowOrganisation.Find(db, key, ct), Redactors: []);

    /// <summary>After all modules, whose tables it is to have.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, Action<DbContextOptionsBuilder> database)
    {
        var model = EarlyModel.Begin(services, database);
        return services
            .AddPooledDbContextFactory<AppDb>(options =>
            {
                database(options);
                AppDb.Guard(options);
                options.UseModel(model.Made);
            })
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext().ServeIn(provider));
    }

    /// <param name="oneWriterAtATime">True for SQLite.</param>
    /// <param name="heads">Where the head journal is kept: outside the database.</param>
    public static IServiceCollection AddKernel(
        this IServiceCollection services, bool oneWriterAtATime, DirectoryInfo files, DirectoryInfo heads)
    {
        services.TryAddSingleton<TimeProvider>(new MicrosecondClock());
        services.ConfigureHttpJsonOptions(options => Wire.Configure(options.SerializerOptions));
        return services
            .AddProblems()
            .AddSingleton(new WriteGate(oneWriterAtATime))
            .AddSingleton(new FileFolder(files))
            .AddSingleton(new HeadFolder(heads))
            .AddSingleton<HeadJournal>()
            .AddSingleton<OutboxSignal>()
            .AddSingleton<CommitSignal>()
            .AddHostedService<OutboxPostman>()
            .AddSingleton(new RolesOf(KernelRoles.All))
            .AddSingleton(People)
            .AddSingleton(Organisations)
            .AddSingleton(SearchLedger.Viewed)
            .AddSingleton<References>()
            .AddSingleton<RepliesInFlight>()
            .AddSingleton<UnknownNames>()
            .AddScoped<CurrentTenant>()
            .AddScoped<CurrentActor>()
            .AddScoped<IdempotentCall>()
            .AddScoped<UnitOfWork>()
            .AddScoped<ReadOnce>()
            .AddScoped<FactReceivers>()
            .AddScoped<FileStore>()
            .AddScoped(provider => provider.GetRequiredService<CurrentActor>().Actor
                ?? throw new InvalidOperationException("Nobody is signed in: the endpoint lacks RequireAuthorization."))
            .AddSlices();
    }

    /// <summary>A bearer's token on the API, a cookie on pages; the API never looks at the cookie, so no other site acts on it.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddAuthorization()
        .AddAuthentication("either")
        .AddPolicyScheme("either", null, options => options.ForwardDefaultSelector = http =>
            http.Request.Path.StartsWithSegments("/api") ? TokenScheme.Name : CookieAuthenticationDefaults.AuthenticationScheme)
        .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
        .AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/sign-in";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
            options.Cookie.Name = "sluice";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Events.OnValidatePrincipal = CookieSignIn.Validate;
            // A stream would read the page to sign in as one without an end.
            var redirect = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context =>
            {
                if (!context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/event-stream"))
                    return redirect(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        })
        .Services;

    /// <summary>After authentication.</summary>
    public static void UseIdempotency(this IApplicationBuilder app) => IdempotencyKey.Use(app);

    public static void MapKernel(this IEndpointRouteBuilder api)
    {
        ShowMe.Map(api);
        ChangePassword.Map(api);
        ListPeople.Map(api);
        ShowPerson.Map(api);
        AddPerson.Map(api);
        GrantRoles.Map(api);
        SearchLedger.Map(api);
        ShowHistory.Map(api, People);
        ShowProof.Map(api, People);
        ShowOrganisation.Map(api);
        EditOrganisation.Map(api);
        ShowHistory.Map(api, Organisations);
        ShowProof.Map(api, Organisations);
        ListTokens.Map(api);
        AddToken.Map(api);
        RevokeToken.Map(api);
        ListViews.Map(api);
        SaveView.Map(api);
        RenameView.Map(api);
        SetDefaultView.Map(api);
        RemoveView.Map(api);
    }

    private static IServiceCollection AddSlices(this IServiceCollection services) => services
        .AddScoped<ShowMe>()
        .AddScoped<ChangePassword>()
        .AddScoped<ListPeople>()
        .AddScoped<ShowPerson>()
        .AddScoped<AddPerson>()
        .AddScoped<GrantRoles>()
        .AddScoped<FindPeople>()
        .AddScoped<ListTokens>()
        .AddScoped<AddToken>()
        .AddScoped<RevokeToken>()
        .AddScoped<ListViews>()
        .AddScoped<SaveView>()
        .AddScoped<RenameView>()
        .AddScoped<SetDefaultView>()
        .AddScoped<RemoveView>()
        .AddScoped<PasswordCheck>()
        .AddScoped<PasswordSignIn>()
        .AddScoped<CookieSignIn>()
        .AddScoped<AddOrganisation>()
        .AddScoped<ShowOrganisation>()
        .AddScoped<EditOrganisation>()
        .AddScoped<SendOutbox>()
        .AddScoped<ForgetReplies>()
        .AddScoped<AddComment>()
        .AddScoped<ListComments>()
        .AddScoped<ShowHistory>()
        .AddScoped<ShowProof>()
        .AddScoped<SearchLedger>()
        .AddScoped<RedactEntry>();
}
