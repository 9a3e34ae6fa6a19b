using System.Text.Json;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>
/// A paper in Hugging Face's wire format: as a paper of its own, and wrapped as an entry of a list. Clients look for some fields
/// only at the top level and for others only inside; both places have them.
/// </summary>
internal static class WirePaper
{
    /// <summary>The entries of a list, as an array.</summary>
    public static byte[] List(IReadOnlyList<PaperFacts> papers) => JsonBytes.Of(json =>
    {
        json.WriteStartArray();
        foreach (var paper in papers) Entry(json, paper);
        json.WriteEndArray();
    });

    /// <summary>Papers that are in no wrapper, as an array.</summary>
    public static byte[] Flat(IReadOnlyList<PaperFacts> papers) => JsonBytes.Of(json =>
    {
        json.WriteStartArray();
        foreach (var paper in papers)
        {
            json.WriteStartObject();
            Fields(json, paper);
            if (paper.Outside?.ThumbnailUrl is { } image) json.WriteString("thumbnailUrl", image);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>One paper with what is linked to it elsewhere, of which nothing is known here.</summary>
    /// <param name="more">Writes further fields.</param>
    public static byte[] Detail(PaperFacts paper, Action<Utf8JsonWriter>? more = null) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        Fields(json, paper);
        json.WriteNumber("numComments", paper.Comments);
        json.WriteString("url", PaperLinks.Abstract(paper.Paper.ArxivId));
        foreach (var kind in (string[])["Models", "Datasets", "Spaces"])
        {
            json.WriteStartArray("linked" + kind);
            json.WriteEndArray();
            json.WriteNumber("numTotal" + kind, 0);
        }
        more?.Invoke(json);
        json.WriteEndObject();
    });

    private static void Entry(Utf8JsonWriter json, PaperFacts facts)
    {
        json.WriteStartObject();
        json.WriteStartObject("paper");
        Fields(json, facts);
        json.WriteEndObject();
        json.WriteString("publishedAt", WireForm.Instant(Published(facts)));
        json.WriteString("title", facts.Paper.Title);
        json.WriteString("summary", facts.Text);
        if (facts.Outside?.ThumbnailUrl is { } image) json.WriteString("thumbnail", image);
        json.WriteNumber("numComments", facts.Comments);
        json.WriteNumber("upvotes", facts.Votes);
        WireUser.Write(json, "submittedBy", facts.Curated);
        Linked(json, facts.Outside);
        json.WriteBoolean("isAuthorParticipating", false);
        if (facts.Trend is { } trend) Trending(json, trend);
        json.WriteEndObject();
    }

    /// <summary>Beyond Hugging Face's fields: why the paper stands where it stands, in numbers and in words.</summary>
    private static void Trending(Utf8JsonWriter json, Trend trend)
    {
        json.WriteStartObject("trending");
        json.WriteNumber("place", trend.Place);
        json.WriteNumber("score", trend.Score);
        json.WriteNumber("votes", trend.Votes + trend.OutsideVotes);
        json.WriteNumber("votesOfLastDay", trend.VotesOfLastDay);
        json.WriteNumber("countedVotes", trend.Counted);
        json.WriteNumber("commenters", trend.Commenters);
        json.WriteBoolean("isFresh", trend.IsFresh);
        json.WriteString("explanation", TrendWords.Of(trend));
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, PaperFacts facts)
    {
        var paper = facts.Paper;
        json.WriteString("id", paper.ArxivId);
        Authors(json, paper.Authors);
        json.WriteString("publishedAt", WireForm.Instant(Published(facts)));
        json.WriteString("submittedOnDailyAt", WireForm.Instant(facts.Curated?.Date ?? paper.FirstListed));
        json.WriteString("title", paper.Title);
        WireUser.Write(json, "submittedOnDailyBy", facts.Curated);
        json.WriteString("summary", facts.Text);
        json.WriteNumber("upvotes", facts.Votes);
        json.WriteString("discussionId", facts.Outside?.DiscussionId ?? WireForm.Id("discussion", paper.ArxivId));
        if (facts.Outside is { MediaUrls.Length: > 0 } seen) Texts(json, "mediaUrls", seen.MediaUrls);
        if (paper.IsWithdrawn) json.WriteString("withdrawnAt", WireForm.Instant(facts.Updated));
        Linked(json, facts.Outside);
        // Beyond Hugging Face's fields.
        Texts(json, "categories", paper.Categories);
    }

    private static void Authors(Utf8JsonWriter json, string[] names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("_id", WireForm.Id("author", name));
            json.WriteString("name", name);
            json.WriteBoolean("hidden", false);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Linked(Utf8JsonWriter json, OutsidePaper? outside)
    {
        if (outside is null) return;
        if (outside.ProjectUrl is { } project) json.WriteString("projectPage", project);
        if (outside.CodeUrl is { } code) json.WriteString("githubRepo", code);
        if (outside.CodeStars is { } stars) json.WriteNumber("githubStars", stars);
        if (outside.Summary is { } summary) json.WriteString("ai_summary", summary);
        if (outside.Keywords.Length > 0) Texts(json, "ai_keywords", outside.Keywords);
        if (outside.SummaryModel is { } model) json.WriteString("ai_summary_model", model);
        if (outside.Organization is not { } organization) return;
        json.WriteStartObject("organization");
        json.WriteString("_id", WireForm.Id("organization", organization));
        json.WriteString("name", organization);
        json.WriteString("fullname", organization);
        json.WriteString("avatar", "");
        json.WriteEndObject();
    }

    private static DateTimeOffset Published(PaperFacts facts) => facts.Paper.SubmittedAt ?? facts.Announced;

    private static void Texts(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
