using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Listings;

/// <summary>Where Hugging Face's daily papers are, and whether they are taken in by themselves (section <c>HuggingFace</c>).</summary>
internal sealed class HuggingFaceOptions : IValidatableObject
{
    public const string Section = "HuggingFace";

    /// <summary>Hugging Face allows an anonymous caller 500 requests in five minutes; a list takes one.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public string Url { get; set; } = "https://huggingface.co";

    /// <summary>Whether the job asks, and <c>ingest</c> without a source.</summary>
    public bool Enabled { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return new ValidationResult($"'{Url}' is not an http or https address.", [nameof(Url)]);
    }
}
