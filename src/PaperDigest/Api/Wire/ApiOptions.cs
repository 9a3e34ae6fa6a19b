using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Api;

/// <summary>What programs may ask (section <c>Api</c>).</summary>
public sealed class ApiOptions
{
    /// <summary>Requests to <c>/api/</c> that one address may make in five minutes; 0 for as many as it likes.</summary>
    [Range(0, 1_000_000)]
    public int Quota { get; set; } = 1000;
}
