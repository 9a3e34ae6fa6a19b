using System.Text;
using System.Text.Json.Nodes;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Tests.Sources.HuggingFace;

/// <summary>Wrappers of a daily list in the layout of 2026; tests break what they are about.</summary>
internal static class DailyWrapper
{
    public static JsonObject Of(string id, string day = "2026-05-12", int votes = 7) => new()
    {
        ["paper"] = new JsonObject
        {
            ["id"] = id,
            ["authors"] = new JsonArray(
                new JsonObject { ["_id"] = "692d06234397b1ec214f6788", ["name"] = "Ada Lovelace", ["hidden"] = false },
                new JsonObject { ["_id"] = "692d06234397b1ec214f6789", ["name"] = "Charles Babbage", ["hidden"] = false }),
            ["publishedAt"] = "2026-05-08T17:20:11.000Z",
            ["submittedOnDailyAt"] = $"{day}T00:38:17.269Z",
            ["title"] = $"Paper {id}",
            ["submittedOnDailyBy"] = new JsonObject { ["avatarUrl"] = "/avatars/6.svg", ["fullname"] = "Grace Hopper", ["user"] = "grace", ["type"] = "user" },
            ["summary"] = $"What {id} found.",
            ["upvotes"] = votes,
            ["discussionId"] = "692d06234397b1ec214f679d",
            ["projectPage"] = "https://example.org/project",
            ["githubRepo"] = "https://github.com/example/engine",
            ["githubStars"] = 31,
            ["ai_summary"] = "An engine is described.",
            ["ai_keywords"] = new JsonArray("engines", "Notes", "notes"),
            ["ai_summary_model"] = "example/model",
            ["organization"] = new JsonObject { ["name"] = "royal", ["fullname"] = "Royal Society", ["avatar"] = "https://example.org/a.png" },
            ["mediaUrls"] = new JsonArray("https://example.org/engine.mp4"),
        },
        ["publishedAt"] = "2026-05-08T13:20:11.000Z",
        ["title"] = $"Paper {id}",
        ["summary"] = $"What {id} found.",
        ["thumbnail"] = $"https://example.org/social-thumbnails/papers/{id}.png",
        ["numComments"] = 2,
        ["submittedBy"] = new JsonObject { ["avatarUrl"] = "/avatars/6.svg", ["fullname"] = "Grace Hopper", ["name"] = "grace", ["type"] = "user" },
        ["isAuthorParticipating"] = false,
    };

    /// <summary>The same with fields of the paper replaced; null takes one away.</summary>
    public static JsonObject With(this JsonObject wrapper, string field, JsonNode? value)
    {
        var paper = wrapper["paper"]!.AsObject();
        if (value is null) paper.Remove(field);
        else paper[field] = value;
        return wrapper;
    }

    /// <summary>An answer of the API.</summary>
    public static string Answer(params JsonObject[] wrappers) => new JsonArray([.. wrappers]).ToJsonString();

    /// <summary>A line of a recording.</summary>
    public static string Line(string date, params JsonObject[] wrappers) =>
        new JsonObject { ["date"] = date, ["papers"] = new JsonArray([.. wrappers]) }.ToJsonString();

    public static Stream AsStream(this string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>The papers of an answer, which must have been taken whole.</summary>
    public static IReadOnlyList<DailyPaper> Papers(params JsonObject[] wrappers)
    {
        var (page, _) = DailyPapersParser.Parse(Encoding.UTF8.GetBytes(Answer(wrappers)), asked: null);
        Assert.Empty(page!.Rejected);
        return page.Papers;
    }
}
