namespace Sluice.Web.Hosting;

/// <summary>What is answered when something went wrong that no slice has an answer for. Never a stack trace.</summary>
/// <remarks>Programs get problem details; people get a page that looks like the rest.</remarks>
internal static class Errors
{
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/healthz", "/readyz"];

    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(IsProgram, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsProgram(http), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error", CreateScopeForErrors = true, StatusCodeSelector = StatusOf,
            });
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsProgram(HttpContext http) =>
        ForPrograms.Any(root => http.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    // Kestrel's own refusals (a body that is too large, a broken request) have their status already.
    private static int StatusOf(Exception failure) =>
        failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
