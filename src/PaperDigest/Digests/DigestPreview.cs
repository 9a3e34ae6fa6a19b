using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>Writes the message that a subscriber without topics would have got on a day.</summary>
internal sealed class DigestPreview(DigestQueries queries, DigestPress press)
{
    public const string SampleReader = "reader@example.org";

    /// <summary>Null when no listing is recent enough on <paramref name="day"/>.</summary>
    public async Task<OutgoingMail?> WriteAsync(DateOnly day, string to, DateTimeOffset now, CancellationToken cancel)
    {
        var reader = new DigestReader(Guid.Empty, to, new DigestWishes(Cadence.Daily, DigestWishes.UsualHour, "UTC", []));
        var listing = await queries.LatestDayAsync(DateTimeOffset.MaxValue, day, cancel);
        if (listing is null || !new DueSubscription(reader, null, now).Wants(listing.Date, day)) return null;
        var desk = new DigestDesk(queries, press, listing);
        var composed = await desk.ComposeAsync(new IssueWish("preview", []), now, cancel);
        return composed is null ? null : press.Write(composed.Template, reader, Guid.CreateVersion7(now), now);
    }
}
