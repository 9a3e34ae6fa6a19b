using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Curation;

/// <summary>The holidays as an admin keeps them.</summary>
public sealed class CalendarPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Page = "/admin/calendar";

    [Fact]
    public async Task The_holidays_of_this_year_are_there_with_what_they_leave_out()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        var page = Html.Text(await admin.ReadAsync(Page));
        Assert.Contains("Thursday 26 November 2026 Thanksgiving Friday 27 November", page, StringComparison.Ordinal);
        Assert.Contains("Sunday 6 July 2025 Independence Day weekend Monday 7 July", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holiday_is_added_explains_its_day_at_once_and_is_removed()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        Assert.DoesNotContain("Founders Day", await site.Client.ReadAsync("/papers/date/2027-04-09"), StringComparison.Ordinal);

        using var added = await admin.SendAsync(Page, "keep", ("Date", "2027-04-08"), ("Name", "Founders  Day"));
        Assert.Equal((HttpStatusCode.Redirect, "/admin/calendar"), (added.StatusCode, added.Headers.Location?.PathAndQuery));
        Assert.Contains("the evening of Founders Day, Thursday 8 April", await site.Client.ReadAsync("/papers/date/2027-04-09"), StringComparison.Ordinal);

        using var removed = await admin.SendAsync(Page, "remove", ("Removed", "2027-04-08"));
        Assert.DoesNotContain("Founders", await admin.ReadAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("Founders", await site.Client.ReadAsync("/papers/date/2027-04-09"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Nameless", "Give the date as year, month and day")]
    [InlineData("26.11.2027", "Wrong", "Give the date as year, month and day")]
    [InlineData("2027-02-30", "Impossible", "Give the date as year, month and day")]
    [InlineData("0001-01-01", "Long ago", "Give a date between 1991 and 2100")]
    [InlineData("2027-05-01", "A Saturday", "That is a Saturday")]
    [InlineData("2027-05-03", "  ", "Give the holiday a name")]
    [InlineData("2027-05-03", "a\u0007b", "Give the holiday a name")]
    public async Task What_is_no_holiday_is_refused_with_the_reason(string date, string name, string why)
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        using var answer = await admin.SendAsync(Page, "keep", ("Date", date), ("Name", name));
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM announcement_holidays WHERE date BETWEEN '2027-05-01' AND '2027-05-31'"));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        using var answer = await admin.PostAsync(
            Page, new FormUrlEncodedContent([new("_handler", "keep"), new("Date", "2027-06-01"), new("Name", "Forged")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Forged", await admin.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/calendar")]
    [InlineData("/admin/listings")]
    public async Task A_curator_does_not_get_in(string path)
    {
        using var curator = await SignedIn.AsAsync(site, AccountRole.Curator);
        await curator.ReadAsync(path, HttpStatusCode.Redirect);
    }
}
