using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Community;

/// <summary>How much visitors may vote (section <c>Votes</c>). Who signs in votes as often as he likes.</summary>
internal sealed class VoteOptions
{
    /// <summary>Votes of one visitor in a day.</summary>
    [Range(1, 1_000_000)]
    public int PerVisitor { get; set; } = 40;

    /// <summary>Votes in a day of all visitors of one network, who may be a laboratory, or one person who throws his cookies away.</summary>
    [Range(1, 1_000_000)]
    public int PerNetwork { get; set; } = 200;
}
