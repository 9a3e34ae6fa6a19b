using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>Writes the message that a subscriber without topics would have got on a day.</summary>
internal sealed class DigestPreview(DigestQueries queries, DigestPress press)
{
    public const string SampleReader = "reader@example.org";

    /// <summary>The newest listing of <paramref name="day"/> or before; null when there is none.</summary>
    public async Task<OutgoingMail?> WriteAsync(DateOnly day, string to, DateTimeOffset now, CancellationToken cancel)
    {
        var reader = new DigestReader(Guid.Empty, to, new DigestWishes(Cadence.Daily, DigestWishes.UsualHour, "UTC", []));
        var listing = await queries.LatestDayAsync(DateTimeOffset.MaxValue, day, cancel);
        if (listing is null) return null;
        var desk = new DigestDesk(queries, press, listing);
        var composed = await desk.ComposeAsync(new IssueWish("preview", []), now, cancel);
        return composed is null ? null : press.Write(composed.Template, reader, Guid.CreateVersion7(now), now);
    }
}
