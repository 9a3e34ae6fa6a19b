using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Digests;

/// <summary>The absolute addresses that mails lead to.</summary>
internal sealed class SubscriptionLinks(SubscriptionTokens tokens, IOptions<SiteOptions> site)
{
    /// <summary>How long a confirmation can be answered.</summary>
    public static readonly TimeSpan ConfirmationLife = TimeSpan.FromDays(7);

    public string Confirm(Guid subscription, DateTimeOffset now) =>
        site.Value.Link($"/confirm/{tokens.Confirm(subscription, now + ConfirmationLife)}");

    public string Manage(Guid subscription) => site.Value.Link($"/subscription/{tokens.Manage(subscription)}");

    public string Unsubscribe(Guid subscription) => site.Value.Link($"/unsubscribe/{tokens.Unsubscribe(subscription)}");
}
