using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PaperDigest.BrowserTests;

/// <summary>
/// Somebody with a browser on the site. Remembers what went wrong behind the scenes: an error in the console, a request to
/// another host, an answer of 400 or more that was not expected.
/// </summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly List<string> _troubles = [];
    private int _expectedStatus = 200;

    private readonly bool _runsScripts;

    private Reader(IPage page, string home, bool runsScripts) => (Page, Home, _runsScripts) = (page, home, runsScripts);

    public IPage Page { get; }

    private string Home { get; }

    public static async Task<Reader> OpenAsync(Chromium chromium, Uri home, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } };
        options.BaseURL = home.ToString();
        var reader = new Reader(await chromium.OpenAsync(options), home.ToString(), options.JavaScriptEnabled != false);
        reader.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !reader.IsExpected(message)) reader._troubles.Add($"console: {message.Text}");
        };
        reader.Page.PageError += (_, error) => reader._troubles.Add($"script: {error}");
        reader.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(reader.Home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                reader._troubles.Add($"request to another host: {request.Url}");
        };
        return reader;
    }

    /// <summary>Opens an address of the site, which must answer with that status.</summary>
    public async Task VisitAsync(string path, int status = 200)
    {
        Expects(status);
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
    }

    /// <summary>What the pages answer with from here on.</summary>
    public void Expects(int status) => _expectedStatus = status;

    /// <summary>A mail is shown inside a mail program's own landmarks, so that the advice about a page's does not apply to it.</summary>
    public static AxeRunOptions RulesOfMail => new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") };

    /// <summary>
    /// Checks the page as it is now: accessible by axe's rules, one h1, and no trouble so far. Axe is a script: for a reader without
    /// them it would never answer.
    /// </summary>
    public async Task PageIsSoundAsync(AxeRunOptions? rules = null)
    {
        if (_runsScripts)
        {
            var axe = await Page.RunAxe(rules ?? new AxeRunOptions());
            Assert.Empty(axe.Violations.Select(v => $"{v.Id} ({v.Impact}): {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        Assert.Empty(_troubles);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    // The browser reports a page that is not there in its console, as it does a missing script.
    private bool IsExpected(IConsoleMessage message) =>
        _expectedStatus >= 400 && message.Text.Contains($"status of {_expectedStatus}", StringComparison.Ordinal)
        && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
}
