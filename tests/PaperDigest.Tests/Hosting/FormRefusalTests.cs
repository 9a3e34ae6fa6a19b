using System.Net;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Hosting;

public sealed class FormRefusalTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_browser_is_shown_a_page_that_says_what_happened_and_others_a_sentence()
    {
        using var shown = await RefusedAsync("text/html,application/xhtml+xml,*/*;q=0.8");
        var page = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Equal(["That came from another site"], Html.FirstHeadings(page));
        Assert.Contains("Open the page here", page, StringComparison.Ordinal);

        using var told = await RefusedAsync("application/json");
        Assert.Equal("text/plain", told.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("This form can only be sent from our own pages", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> RefusedAsync(string accept)
    {
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/subscribe") { Content = new FormUrlEncodedContent([new("email", "reader@example.org")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
