using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>
/// Fetches Hugging Face's daily lists, page by page until one is short. Give it a client of <see cref="ArxivHttp"/>; the turns of
/// <paramref name="pacing"/> are Hugging Face's own. https://huggingface.co/.well-known/openapi.json
/// </summary>
public sealed class DailyPapersClient(HttpClient http, HuggingFaceSettings settings, ArxivPacing pacing)
{
    /// <summary>Ten times as many papers as the fullest day has had.</summary>
    private const int MostPages = 10;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly ArxivConversation conversation = new(http, settings.Conversation, pacing);

    /// <summary>The list of a date, each paper once. Every outcome but cancellation is a value; <paramref name="tell"/> hears of each attempt.</summary>
    public async Task<DailyPapersOutcome> Fetch(DateOnly date, Action<string>? tell, CancellationToken cancel)
    {
        var outcome = new DailyPapersOutcome(date, [], []);
        var seen = new HashSet<ArxivId>();
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ArxivRequest<DailyPapersPage>(settings.ListOf(date, page), Timeout, body => DailyPapersParser.Parse(body, date), tell);
            var answer = await conversation.Ask(request, cancel);
            outcome = outcome with { Attempts = outcome.Attempts + answer.Attempts, Refusal = answer.Refusal };
            if (answer.Value is not { } got)
                return outcome;
            var fresh = got.Papers.Where(p => seen.Add(p.Id)).ToList();
            outcome = outcome with { Papers = [.. outcome.Papers, .. fresh], Rejected = [.. outcome.Rejected, .. got.Rejected] };
            // A copy of the interface that knows no pages gives the first again and again.
            if (got.Length < HuggingFaceSettings.PageSize || fresh.Count == 0)
                return outcome;
        }
        return outcome with { Refusal = new Refusal(RefusalKind.ListBroken, $"The list goes on after {MostPages} pages; it can't be a day's.") };
    }
}
