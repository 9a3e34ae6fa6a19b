using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Hosting;

/// <summary>What the installation calls itself and where the world finds it (section <c>Site</c>).</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>The address that links in mails and feeds begin with; where none is set, the one that the program listens on.</summary>
    [Required]
    public string PublicUrl { get; set; } = "";

    /// <summary>The name in the page head and in mails.</summary>
    [Required, StringLength(60)]
    public string Name { get; set; } = "PaperDigest";

    /// <summary>An absolute address on this site; <paramref name="path"/> begins with a slash.</summary>
    public string Link(string path) => PublicUrl.TrimEnd('/') + path;

    /// <summary>The first of the addresses that a program listens on, as a browser on this machine would write it.</summary>
    /// <param name="urls">Kestrel's setting: separated by semicolons, with 0.0.0.0, [::], * or + for every address.</param>
    public static string Listening(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "http://127.0.0.1:5080";
        foreach (var any in (string[])["://0.0.0.0", "://[::]", "://*", "://+"]) first = first.Replace(any, "://127.0.0.1", StringComparison.Ordinal);
        return first;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return new ValidationResult("must be an absolute http or https address, such as https://papers.example.org", [nameof(PublicUrl)]);
    }
}
