using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Submissions;

public sealed class SubmissionPagesTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = site.Database.Open();
        if (await db.Papers.FindAsync(["2605.50001"], Cancel) is null) await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.50001", "2605.50002", "2605.50003");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_is_not_signed_in_or_has_no_name_is_led_there_and_back()
    {
        Assert.Equal("/signin?return=%2Fsubmit", Html.Link(await site.Client.ReadAsync("/submit"), "Sign in to submit"));
        using var nameless = await SignedIn.AsAsync(site, "nameless@example.org");
        Assert.Equal("/account?return=%2Fsubmit", Html.Link(await nameless.ReadAsync("/submit"), "Choose your name"));
        using var refused = await PostAsync(site.Client, "/submit", ("paper", "2605.50001"));
        Assert.Equal("/signin?return=%2Fsubmit", refused.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_submission_goes_through_the_queue_and_is_told_of_on_the_paper_and_the_persons_page()
    {
        using var reader = await NamedAsync("ada", AccountRole.Reader);
        using var curator = await NamedAsync("grace", AccountRole.Curator);

        using var sent = await PostAsync(reader, "/submit", ("paper", "arxiv.org/abs/2605.50001"), ("comment", "It is <short>."));
        Assert.Contains("A curator looks at it", await reader.ReadAsync(sent.Headers.Location!.OriginalString));
        Assert.Contains("waits for a curator", await reader.ReadAsync("/submit"));
        Assert.Contains("It is &lt;short&gt;.", await curator.ReadAsync("/admin/submissions"));
        using var forbidden = await PostAsync(reader, "/admin/submissions", ("paper", "2605.50001"), ("act", "accept"));
        Assert.NotEqual("/admin/submissions", forbidden.Headers.Location?.OriginalString);
        (await PostAsync(curator, "/admin/submissions", ("paper", "2605.50001"), ("act", "accept"))).Dispose();

        Assert.Contains("Nothing waits", await curator.ReadAsync("/admin/submissions"));
        Assert.Contains("Submitted by ada", Html.Text(await site.Client.ReadAsync("/papers/2605.50001")));
        Assert.Contains("Submitted papers", await site.Client.ReadAsync("/people/ada"));
    }

    [Fact]
    public async Task A_declined_submission_says_why()
    {
        using var reader = await NamedAsync("ada", AccountRole.Reader);
        using var curator = await NamedAsync("grace", AccountRole.Curator);
        (await PostAsync(reader, "/submit", ("paper", "2605.50002"))).Dispose();

        using var wordless = await PostAsync(curator, "/admin/submissions", ("paper", "2605.50002"), ("act", "decline"), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        (await PostAsync(curator, "/admin/submissions", ("paper", "2605.50002"), ("act", "decline"), ("reason", "It is off our subject."))).Dispose();

        Assert.Contains("declined: It is off our subject.", await reader.ReadAsync("/submit"));
        Assert.Contains("It is off our subject.", await curator.ReadAsync("/admin/submissions"));
    }

    [Fact]
    public async Task An_authors_claim_is_shown_once_a_curator_confirmed_it_and_one_name_is_one_person()
    {
        using var ada = await NamedAsync("ada", AccountRole.Reader);
        using var other = await NamedAsync("other", AccountRole.Reader);
        using var curator = await NamedAsync("grace", AccountRole.Curator);

        using var stranger = await PostAsync(ada, "/papers/2605.50003/claim", ("author", "Nobody At All"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        (await PostAsync(ada, "/papers/2605.50003/claim", ("author", "Ada Lovelace"), ("comment", "My page says so."))).Dispose();
        (await PostAsync(other, "/papers/2605.50003/claim", ("author", "Ada Lovelace"))).Dispose();
        Assert.Contains("a curator will look at it", await ada.ReadAsync("/papers/2605.50003"));
        Assert.DoesNotContain("verified author", await site.Client.ReadAsync("/papers/2605.50003"));

        var (adas, others) = (await IdAsync("ada"), await IdAsync("other"));
        using var confirmed = await PostAsync(curator, "/admin/claims", ("paper", "2605.50003"), ("account", $"{adas}"), ("act", "accept"));
        using var second = await PostAsync(curator, "/admin/claims", ("paper", "2605.50003"), ("account", $"{others}"), ("act", "accept"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (confirmed.StatusCode, second.StatusCode));
        (await PostAsync(curator, "/admin/claims", ("paper", "2605.50003"), ("account", $"{others}"), ("act", "decline"), ("reason", "She is ada."))).Dispose();

        await Eventually.Async(async () => Html.Text(await site.Client.ReadAsync("/papers/2605.50003")).Contains("verified author", StringComparison.Ordinal), "the paper's page tells of its author");
        Assert.Contains("as Ada Lovelace", await site.Client.ReadAsync("/people/ada"));
        (await PostAsync(ada, "/papers/2605.50003/claim", ("act", "withdraw"))).Dispose();
        Assert.DoesNotContain("verified author", await ada.ReadAsync("/papers/2605.50003"));
    }

    private async Task<HttpClient> NamedAsync(string name, AccountRole role)
    {
        var browser = await SignedIn.AsAsync(site, $"{name}@example.org", role);
        (await PostAsync(browser, "/account/name", ("name", name))).Dispose();
        return browser;
    }

    private Task<Guid> IdAsync(string name) => site.Database.ScalarAsync<Guid>($"SELECT id FROM accounts WHERE public_name = '{name}'");

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Cancel);
}
