using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

/// <summary>People with a public name and a browser that is signed in, and what they send.</summary>
internal static partial class Talkers
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> SignInAsync(this RunningSite site, string name, AccountRole role = AccountRole.Reader)
    {
        var email = $"{name}@example.org".ToLowerInvariant();
        await using var scope = site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountBook>().EnsureAsync(email, role, site.Clock.Now);
        await site.Database.ExecuteAsync($"UPDATE accounts SET public_name = '{name}', public_name_key = lower('{name}') WHERE id = '{account.Id}'");
        return await SignedIn.AsAsync(site, email, role);
    }

    /// <summary>Sends a form, which must be answered with 303; returns where to.</summary>
    public static async Task<string> PostAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SendFormAsync(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public static Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))), Cancel);

    /// <summary>Posts a comment on a paper a second later, as an answer where <paramref name="parent"/> names one; returns its id.</summary>
    public static async Task<string> SayAsync(this RunningSite site, HttpClient browser, string paper, string body, string parent = "")
    {
        site.Clock.Now += TimeSpan.FromSeconds(1);
        return (await browser.PostAsync("/comments", ("paper", paper), ("parent", parent), ("body", body))).Split("#c")[1];
    }

    /// <summary>Stores a paper. Minutes pass, so that the comments of one test do not count against another's.</summary>
    public static async Task AddPaperAsync(this RunningSite site, string arxivId)
    {
        site.Clock.Now += TimeSpan.FromMinutes(1);
        await using var db = site.Database.Open();
        db.Papers.Add(Some.Paper(arxivId));
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>The comments that a page shows, in their order, each with how far it is set in.</summary>
    public static List<(string Id, int Depth)> Comments(string page) =>
        [.. Shown().Matches(page).Select(m => (m.Groups[2].Value, int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)))];

    public static Task<int> CommentCountAsync(this RunningSite site, string paper) =>
        site.Database.ScalarAsync<int>($"SELECT comment_count FROM papers WHERE arxiv_id = '{paper}'");

    [GeneratedRegex("class=\"comment deep-(.)\" id=\"c([0-9a-f]+)\"")]
    private static partial Regex Shown();
}
