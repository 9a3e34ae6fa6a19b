using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PaperDigest.Tests.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class WireCommentTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_signed_in_comments_and_answers_and_everybody_reads_it_in_the_wire_format()
    {
        await site.AddPaperAsync("2605.25001");
        using var ada = await site.SignInAsync("ada");

        using var posted = await PostAsync(ada, "/api/papers/2605.25001/comment", "It *holds*.");
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
        site.Clock.Now += TimeSpan.FromSeconds(1);
        using var answered = await PostAsync(ada, $"/api/papers/2605.25001/comment/{id}/reply", "Still.");
        Assert.Equal(HttpStatusCode.Created, answered.StatusCode);
        await ada.PostAsync($"/comments/{id}/react", ("react", "thanks"));

        using var paper = JsonDocument.Parse(await site.Client.ReadAsync("/api/papers/2605.25001?field=comments"));
        var comments = paper.RootElement.GetProperty("comments").EnumerateArray().ToList();
        Assert.Equal(2, paper.RootElement.GetProperty("numComments").GetInt32());
        Assert.Equal([id, comments[1].GetProperty("id").GetString()], comments.Select(c => c.GetProperty("id").GetString()));
        Assert.Equal(id, comments[1].GetProperty("parentId").GetString());
        Assert.Equal("ada", comments[0].GetProperty("author").GetProperty("name").GetString());
        var data = comments[0].GetProperty("data");
        Assert.Equal(("It *holds*.", "<p>It <em>holds</em>.</p>\n"), (data.GetProperty("latest").GetProperty("raw").GetString(), data.GetProperty("latest").GetProperty("html").GetString()));
        Assert.Equal(1, data.GetProperty("reactions")[0].GetProperty("count").GetInt32());
        Assert.False(JsonDocument.Parse(await site.Client.ReadAsync("/api/papers/2605.25001")).RootElement.TryGetProperty("comments", out _));
    }

    [Fact]
    public async Task Others_are_refused_as_before()
    {
        await site.AddPaperAsync("2605.25002");
        using var ada = await site.SignInAsync("ada2");
        using var elsewhere = await site.SignInAsync("ada2");
        elsewhere.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        elsewhere.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        foreach (var (client, path, body, status) in ((HttpClient, string, string, HttpStatusCode)[])
        [
            (site.Client, "/api/papers/2605.25002/comment", "a", HttpStatusCode.Unauthorized),
            (elsewhere, "/api/papers/2605.25002/comment", "a", HttpStatusCode.Forbidden),
            (ada, "/api/papers/2605.25002/comment", " ", HttpStatusCode.BadRequest),
            (ada, "/api/papers/2605.99999/comment", "a", HttpStatusCode.NotFound),
            (ada, $"/api/papers/2605.25002/comment/{Guid.NewGuid():N}/reply", "a", HttpStatusCode.NotFound),
        ])
        {
            using var answer = await PostAsync(client, path, body);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
        using var nonsense = await ada.PostAsync("/api/papers/2605.25002/comment", new StringContent("[1"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Equal(0, await site.CommentCountAsync("2605.25002"));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string comment)
    {
        // With its length, as clients send it.
        using var body = new StringContent(JsonSerializer.Serialize(new { comment }), System.Text.Encoding.UTF8, "application/json");
        return await client.PostAsync(path, body, Cancel);
    }
}
