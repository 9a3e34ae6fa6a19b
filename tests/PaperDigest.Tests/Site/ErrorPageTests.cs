using System.Net;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Site;

public sealed class ErrorPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task An_error_of_ours_is_owned_named_and_kept_by_no_cache()
    {
        await site.Database.ExecuteAsync("ALTER TABLE listing_days RENAME TO listing_days_gone");
        using var answer = await site.Client.GetAsync("/", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await site.Database.ExecuteAsync("ALTER TABLE listing_days_gone RENAME TO listing_days");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(["Something went wrong on our side"], Html.FirstHeadings(page));
        Assert.Matches("<code>[0-9a-f]{32}</code>", page);
        Assert.DoesNotContain("listing_days", page);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        await site.Client.ReadAsync("/");
    }
}
