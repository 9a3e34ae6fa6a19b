using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperDigest.Search;

namespace PaperDigest.Tests.Support;

/// <summary>
/// The real application over HTTP on a real Kestrel port, with a database of its own, a clock that tests move, and no jobs: take
/// it as a class fixture.
/// </summary>
public sealed class RunningSite(PostgresServer server) : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new("site");
    private Application? _application;

    public TestClock Clock { get; } = new(TestClock.Noon);

    public TestDatabase Database { get; } = new(server);

    /// <summary>A client without cookies that does not follow redirects, so that tests see them.</summary>
    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _application!.Services;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        _application = new Application(this);
        _application.UseKestrel();
        _application.StartServer();
        Client = NewClient();
    }

    /// <summary>A visitor of its own; <paramref name="cookies"/> makes it keep what the site sets.</summary>
    public HttpClient NewClient(bool cookies = false)
    {
        HttpMessageHandler handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        var client = new HttpClient(cookies ? new CookieJar(handler) : handler) { BaseAddress = _application!.ClientOptions.BaseAddress };
        // What a browser says of a form on our own page.
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>Waits until the search finds a paper that was stored.</summary>
    public Task IsSearchableAsync(string arxivId) => Eventually.Async(
        () => Services.GetRequiredService<LiveIndex>().Ready is { } index && index.Find(arxivId) < index.View.Count, $"the search finds {arxivId}");

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class Application(RunningSite site) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // Development: static files are then found by the build's manifest.
            builder.UseEnvironment("Development");
            // A free port by the program's own setting: the factory's way of choosing one races with the program's start.
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("ConnectionStrings:PaperDigest", site.Database.ConnectionString);
            builder.UseSetting("Data:Directory", site._folder.Path);
            builder.UseSetting("Jobs:Enabled", "false");
            // A test says itself what the catalogue holds.
            builder.UseSetting("Sample:AtStart", "false");
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(site.Clock)));
        }
    }
}
