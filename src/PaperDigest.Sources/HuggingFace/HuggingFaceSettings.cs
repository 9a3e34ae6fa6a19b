using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>Where Hugging Face is and who asks; it is asked as patiently as arXiv.</summary>
public sealed record HuggingFaceSettings(Uri Url)
{
    /// <summary>Papers of one answer; Hugging Face gives no more.</summary>
    internal const int PageSize = 100;

    /// <summary>This instance's own address, for the User-Agent; null if it has none.</summary>
    public string? PublicUrl { get; init; }

    internal ArxivSettings Conversation => new() { Site = "Hugging Face", PublicUrl = PublicUrl };

    /// <summary>A page, from 0, of the list of a date.</summary>
    internal Uri ListOf(DateOnly date, int page) =>
        new(string.Create(null, $"{Url.AbsoluteUri.TrimEnd('/')}/api/daily_papers?date={date:yyyy-MM-dd}&limit={PageSize}&p={page}"));
}
