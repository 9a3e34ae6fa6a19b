using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Accounts;

public sealed class AccountPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chosen_name_is_the_address_of_a_page_and_stands_in_the_head()
    {
        using var ada = await SignedIn.AsAsync(site, "ada@example.org");
        Assert.Equal("/papers/date/2026-05-12", (await ChooseAsync(ada, "Ada_L", "/papers/date/2026-05-12")).Headers.Location?.OriginalString);
        Assert.Equal(["Ada_L"], Html.FirstHeadings(await site.Client.ReadAsync("/people/ada_l")));
        Assert.Equal("/people/Ada_L", Html.Link(await ada.ReadAsync("/digests"), "Your page"));
        Assert.DoesNotContain("ada@example.org", await site.Client.ReadAsync("/people/ada_l"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_what_was_typed_stays()
    {
        using var one = await SignedIn.AsAsync(site, "one@example.org");
        using var other = await SignedIn.AsAsync(site, "other@example.org");
        await ChooseAsync(one, "Grace");
        using var refused = await ChooseAsync(other, "gRACE", "/papers");
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Somebody else has this name", page, StringComparison.Ordinal);
        Assert.Equal(("gRACE", "/papers"), (Html.Field(page, "name"), Html.Field(page, "return")));
    }

    [Fact]
    public async Task Of_many_who_choose_one_name_at_once_one_gets_it()
    {
        var browsers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SignedIn.AsAsync(site, $"rival{i}@example.org")));
        var answers = await Task.WhenAll(browsers.Select(b => ChooseAsync(b, "Rival")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_changed_name_is_free_for_others()
    {
        using var one = await SignedIn.AsAsync(site, "changes@example.org");
        using var other = await SignedIn.AsAsync(site, "waits@example.org");
        await ChooseAsync(one, "Wanted");
        await ChooseAsync(one, "wanted");
        await ChooseAsync(one, "Unwanted");
        Assert.Equal(HttpStatusCode.SeeOther, (await ChooseAsync(other, "Wanted")).StatusCode);
    }

    [Theory]
    [InlineData("/people/nobody-of-this-name")]
    [InlineData("/people/%ED%A0%80")]
    public async Task There_is_no_page_of_who_has_no_name(string path) => await site.Client.ReadAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_person_who_may_do_more_has_a_badge()
    {
        using var curator = await SignedIn.AsAsync(site, AccountRole.Curator);
        await ChooseAsync(curator, "Marie");
        Assert.Contains(">Curator</span>", await site.Client.ReadAsync("/people/Marie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_is_for_the_signed_in_only_and_its_forms_for_our_own_pages()
    {
        using var signedOut = await ChooseAsync(site.NewClient(), "Somename");
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);

        using var browser = await SignedIn.AsAsync(site, "own@example.org");
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await ChooseAsync(browser, "Somename")).StatusCode);
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in_and_back_and_a_reader_who_may_not_is_told_so()
    {
        using var asked = await site.Client.GetAsync("/account", Cancel);
        Assert.EndsWith("/signin?return=%2Faccount", asked.Headers.Location?.OriginalString);
        Assert.Equal("/signin?return=%2Fdigests", Html.Link(await site.Client.ReadAsync("/digests?utm=x"), "Sign in")?.Replace("%3Futm%3Dx", "", StringComparison.Ordinal));

        using var reader = await SignedIn.AsAsync(site, "mere@example.org");
        using var denied = await reader.GetAsync("/admin/jobs", Cancel);
        Assert.Contains("is for others", await reader.ReadAsync(denied.Headers.Location!.PathAndQuery), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string name, string back = "") =>
        browser.PostAsync("/account/name", new FormUrlEncodedContent([new("name", name), new("return", back)]), Cancel);
}
