using Sluice.Web.Hosting;

var app = SluiceHost.Build(args);
await app.PrepareDatabase();
await app.RunAsync();
