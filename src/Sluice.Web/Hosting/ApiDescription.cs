using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sluice.Kernel;
using Sluice.Kernel.People;

namespace Sluice.Web.Hosting;

/// <summary>What OpenAPI cannot see by itself: how to sign in, and how the small value types are spelt.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    public static void Complete(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Sluice", Version = "v1", Description = "Production change control and release management." };
            document.Servers = [];
            (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token from POST /api/v1/sign-in or /api/v1/tokens.",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Account) || context.JsonTypeInfo.Type.IsAssignableTo(typeof(ITypedId)))
                (schema.Type, schema.Properties) = (JsonSchemaType.String, null);
            return Task.CompletedTask;
        });
    }
}
