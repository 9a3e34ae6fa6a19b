using System.Net;
using System.Text.RegularExpressions;

namespace PaperDigest.Tests.Support;

/// <summary>What tests look for in a page.</summary>
internal static partial class Html
{
    /// <summary>The page at an address, which must answer with that status.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The papers shown, in order.</summary>
    public static IReadOnlyList<string> Papers(string page) => [.. Article().Matches(page).Select(m => m.Groups[1].Value)];

    /// <summary>Of the papers shown, those marked as read.</summary>
    public static IReadOnlyList<string> Read(string page) => [.. Article().Matches(page).Where(m => m.Groups[2].Value.Contains("data-read", StringComparison.Ordinal)).Select(m => m.Groups[1].Value)];

    /// <summary>The texts of the headings of first rank.</summary>
    public static IReadOnlyList<string> FirstHeadings(string page) => [.. Heading().Matches(page).Select(m => Text(m.Groups[1].Value))];

    /// <summary>The address of the link that has these words or this label; null when there is none.</summary>
    public static string? Link(string page, string words) =>
        Anchor().Matches(page).Where(m => Text(m.Groups[3].Value) == words || m.Value.Contains($"aria-label=\"{words}\"", StringComparison.Ordinal))
            .Select(m => WebUtility.HtmlDecode(m.Groups[2].Value)).FirstOrDefault();

    /// <summary>The value of the first field of that name; null when there is none.</summary>
    public static string? Field(string page, string name) =>
        Input().Matches(page).Where(m => m.Groups[1].Value == name).Select(m => WebUtility.HtmlDecode(m.Groups[2].Value)).FirstOrDefault();

    /// <summary>The visible text, without tags.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Blanks().Replace(Tag().Replace(html, ""), " ")).Trim();

    [GeneratedRegex("<article class=\"paper\" data-arxiv-id=\"([^\"]+)\"([^>]*)")]
    private static partial Regex Article();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a ([^>]*?)href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Anchor();

    [GeneratedRegex("<input [^>]*?name=\"([^\"]*)\"[^>]*?value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
