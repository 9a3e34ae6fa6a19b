using System.Globalization;
using PaperDigest.Digests;

namespace PaperDigest.Tests.Digests;

public sealed class DigestScheduleTests
{
    [Theory]
    // Before and after the hour of the same day, and exactly at it.
    [InlineData("UTC", 7, "2026-05-12T06:59:59Z", "2026-05-12T07:00:00Z")]
    [InlineData("UTC", 7, "2026-05-12T07:00:00Z", "2026-05-13T07:00:00Z")]
    [InlineData("Europe/Berlin", 7, "2026-05-12T16:00:00Z", "2026-05-13T05:00:00Z")]
    [InlineData("Europe/Berlin", 7, "2026-12-12T16:00:00Z", "2026-12-13T06:00:00Z")]
    // The local date runs ahead of UTC's, or behind it.
    [InlineData("Pacific/Auckland", 6, "2026-05-12T16:00:00Z", "2026-05-12T18:00:00Z")]
    [InlineData("America/Los_Angeles", 20, "2026-05-13T02:30:00Z", "2026-05-13T03:00:00Z")]
    [InlineData("Asia/Kathmandu", 0, "2026-05-12T18:00:00Z", "2026-05-12T18:15:00Z")]
    // Clocks put forward at two: what should come at two comes at three, and the day after at two again.
    [InlineData("Europe/Berlin", 2, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z")]
    [InlineData("Australia/Lord_Howe", 2, "2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z")]
    // Clocks put back at three: two o'clock comes twice, and the first time counts.
    [InlineData("Europe/Berlin", 2, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z")]
    // A midnight that does not exist.
    [InlineData("America/Santiago", 0, "2026-09-05T12:00:00Z", "2026-09-06T04:00:00Z")]
    // A whole date that does not exist: Samoa had no 30 December 2011.
    [InlineData("Pacific/Apia", 7, "2011-12-29T18:00:00Z", "2011-12-30T17:00:00Z")]
    public void The_next_digest_is_due_at_the_local_hour(string zone, int hour, string after, string due) =>
        Assert.Equal(Instant(due), DigestSchedule.NextDue(TimeZoneName.Of(zone), hour, Instant(after)));

    [Theory]
    [InlineData("UTC", 7, "2026-05-12T07:00:00Z", "2026-05-12T07:00:00Z")]
    [InlineData("UTC", 7, "2026-05-12T06:59:00Z", "2026-05-11T07:00:00Z")]
    [InlineData("Europe/Berlin", 23, "2026-05-12T22:30:00Z", "2026-05-12T21:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-03-29T01:30:00Z", "2026-03-29T01:00:00Z")]
    public void After_an_outage_the_last_due_hour_counts(string zone, int hour, string until, string due) =>
        Assert.Equal(Instant(due), DigestSchedule.LastDue(TimeZoneName.Of(zone), hour, Instant(until)));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Chatham")]
    [InlineData("America/Santiago")]
    public void Each_date_of_a_year_has_one_due_hour(string name)
    {
        var zone = TimeZoneName.Of(name);
        for (var hour = 0; hour < 24; hour++)
        {
            var due = Instant("2026-01-01T00:00:00Z");
            for (var date = new DateOnly(2026, 1, 2); date < new DateOnly(2027, 1, 2); date = date.AddDays(1))
            {
                while (DigestSchedule.LocalDate(zone, due) < date) due = DigestSchedule.NextDue(zone, hour, due);
                Assert.Equal(date, DigestSchedule.LocalDate(zone, due));
                Assert.Equal(due, DigestSchedule.LastDue(zone, hour, due.AddMinutes(59)));
            }
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("UTC", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("localtime", false)]
    [InlineData("leapseconds", false)]
    [InlineData("posix/Europe/Berlin", false)]
    [InlineData("right/Europe/Berlin", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("Europe/../UTC", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_zones_of_the_IANA_database_can_be_chosen(string? name, bool known) => Assert.Equal(known, TimeZoneName.TryFind(name, out _));

    [Fact]
    public void A_zone_that_this_machine_does_not_know_counts_as_UTC() => Assert.Equal(TimeZoneInfo.Utc, TimeZoneName.Of("Europe/Atlantis"));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
