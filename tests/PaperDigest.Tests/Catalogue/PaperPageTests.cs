using System.Net;
using PaperDigest.Catalogue;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Catalogue;

public sealed class PaperPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_paper_shows_what_is_known_of_it()
    {
        var paper = Some.Paper("2605.20001", SomeRankedDay.Tuesday, "cs.CL", "cs.LG");
        paper.Abstract = "First.\n\nSecond, where a < b.";
        paper.Summary = "The gist.";
        paper.Version = 3;
        await AddAsync(paper);
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday, "cs.CL", [(paper.ArxivId, ListingSection.New)]);
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday, "cs.LG", [(paper.ArxivId, ListingSection.Cross)]);

        var page = await site.Client.ReadAsync("/papers/2605.20001");

        Assert.Equal([paper.Title], Html.FirstHeadings(page));
        Assert.Contains("<p>First.</p>", page);
        Assert.Contains("<p>Second, where a &lt; b.</p>", page);
        Assert.Contains("<p>The gist.</p>", page);
        Assert.Contains("12 May 2026: new in cs.CL; cross-listed in cs.LG", Html.Text(page));
        Assert.Contains("2605.20001, version 3", Html.Text(page));
        Assert.Equal("https://arxiv.org/pdf/2605.20001", Html.Link(page, "PDF"));
        Assert.Equal("https://arxiv.org/abs/2605.20001", Html.Link(page, "arXiv"));
        Assert.Equal("/authors/Ada%20Lovelace", Html.Link(page, "Ada Lovelace"));
    }

    [Fact]
    public async Task What_each_version_changed_is_shown_word_by_word()
    {
        var paper = Some.Paper("2605.20011");
        (paper.Version, paper.Title, paper.Affiliations) = (2, "On new matters", ["London", ""]);
        await AddAsync(paper);
        await site.Database.ExecuteAsync(
            """
            INSERT INTO paper_versions (arxiv_id, version, submitted_at, listed_on, title, abstract, authors)
            VALUES ('2605.20011', 1, '2026-05-11', '2026-05-12', 'On old matters', 'It was measured.', '{Ada Lovelace,Mary Somerville}'), ('2605.20011', 2, '2026-05-18', NULL, NULL, NULL, NULL)
            """);

        var text = Html.Text(await site.Client.ReadAsync("/papers/2605.20011"));

        Assert.Contains("Version 2, submitted 18 May 2026", text);
        Assert.Contains("Version 1, submitted 11 May 2026, listed 12 May 2026", text);
        Assert.Contains("On old new matters", text);
        Assert.Contains("Authors added: Charles Babbage", text);
        Assert.Contains("Authors removed: Mary Somerville", text);
        Assert.Contains("London: Ada Lovelace", text);
    }

    [Fact]
    public async Task A_withdrawn_paper_says_so_at_the_top_and_offers_no_pdf()
    {
        var paper = Some.Paper("2605.20012");
        (paper.Version, paper.IsWithdrawn) = (2, true);
        await AddAsync(paper);

        var page = await site.Client.ReadAsync("/papers/2605.20012");

        Assert.Contains("This paper has been withdrawn with version 2", Html.Text(page));
        Assert.DoesNotContain("arxiv.org/pdf", page);
    }

    [Fact]
    public async Task An_estimate_is_not_called_a_listing()
    {
        await AddAsync(Some.Paper("2604.20013", new DateOnly(2026, 5, 4)));

        Assert.Contains("No listing of it was taken in here. By its number, about April 2026.", Html.Text(await site.Client.ReadAsync("/papers/2604.20013")));
        var list = await site.Client.ReadAsync("/authors/Ada%20Lovelace");
        Assert.Contains("2604.20013", Html.Papers(list));
        Assert.DoesNotContain("/papers/date/2026-05-04", list);
    }

    [Fact]
    public async Task Beyond_twenty_five_the_authors_are_folded_but_there()
    {
        var paper = Some.Paper("2605.20002");
        paper.Authors = [.. Enumerable.Range(1, 640).Select(n => $"Author {n}")];
        await AddAsync(paper);

        var page = await site.Client.ReadAsync("/papers/2605.20002");

        Assert.Contains("and 615 more", page);
        Assert.True(page.IndexOf(">Author 25<", StringComparison.Ordinal) < page.IndexOf("<details", StringComparison.Ordinal));
        Assert.True(page.IndexOf(">Author 640<", StringComparison.Ordinal) > page.IndexOf("<details", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_with_a_slash_has_its_page()
    {
        await AddAsync(Some.Paper("hep-th/9901001", new DateOnly(1999, 1, 4), "hep-th"));
        Assert.Single(Html.FirstHeadings(await site.Client.ReadAsync("/papers/hep-th/9901001")));
    }

    [Theory]
    [InlineData("/papers/2605.20001v2", "/papers/2605.20001")]
    [InlineData("/papers/HEP-TH/9901001", "/papers/hep-th/9901001")]
    public async Task Another_spelling_of_an_id_leads_to_the_paper(string path, string paper)
    {
        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(paper, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_paper_is_not_found_and_arxiv_is_named() =>
        Assert.Equal("https://arxiv.org/abs/2605.29999", Html.Link(await site.Client.ReadAsync("/papers/2605.29999", HttpStatusCode.NotFound), "arXiv may have it"));

    [Theory]
    [InlineData("/papers/nonsense")]
    [InlineData("/papers/2605.1")]
    [InlineData("/papers/x/y")]
    public async Task What_is_no_id_is_not_found_and_arxiv_is_not_named(string path) =>
        Assert.DoesNotContain("arxiv.org/abs", await site.Client.ReadAsync(path, HttpStatusCode.NotFound));

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        const string hostile = "<script>alert(1)</script></a></title><think> \" ' & é";
        var paper = Some.Paper("2605.20003");
        (paper.Title, paper.Abstract, paper.Summary, paper.Comments, paper.Authors) = (hostile, hostile, hostile, hostile, [hostile]);
        await AddAsync(paper);
        await SomeRankedDay.StoreAsync(site.Database, new DateOnly(2026, 5, 7), paper.ArxivId);

        foreach (var path in (string[])["/papers/2605.20003", "/papers/date/2026-05-07", PaperLinks.Author(hostile)])
        {
            var page = await site.Client.ReadAsync(path);
            Assert.DoesNotContain("<script>alert", page);
            Assert.DoesNotContain("<think>", page);
            Assert.DoesNotContain("</a></title>", page);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
            Assert.Single(Html.FirstHeadings(page));
        }
    }

    [Fact]
    public async Task Mathematics_is_set_by_the_browser_and_read_as_text_where_only_text_can_be()
    {
        var paper = Some.Paper("2605.20021", SomeRankedDay.Tuesday);
        (paper.Title, paper.Abstract) = (@"An $O(n^2)$ bound", @"For $x<y$, by \href{https://example.org/}{us}, and $\bad{z}$.");
        await AddAsync(paper);

        var page = await site.Client.ReadAsync("/papers/2605.20021");

        Assert.Contains("<title>An O(n\u00B2) bound</title>", System.Net.WebUtility.HtmlDecode(page));
        Assert.Contains("<msup><mi>n</mi><mn>2</mn></msup>", page);
        Assert.Contains("&lt;</mo>", page);
        Assert.Equal("https://example.org/", Html.Link(page, "us"));
        Assert.Contains(@"$\bad{z}$.", page);
        Assert.Contains("<math", await site.Client.ReadAsync("/authors/Ada%20Lovelace"));
    }

    [Fact]
    public async Task Other_papers_of_its_authors_are_those_of_two_of_its_names_or_of_a_rare_name_in_its_field()
    {
        await AddAsync(By("2605.20030", "cs.CL", "Rare Name", "Common Name"));
        await AddAsync(By("2605.20031", "cs.CL", "Rare Name"));
        await AddAsync(By("2605.20032", "math.NT", "Rare Name"));
        await AddAsync(By("2605.20033", "math.NT", "Common Name", "Rare Name"));
        for (var number = 20040; number < 20082; number++) await AddAsync(By($"2605.{number}", "cs.CL", "Common Name"));

        var page = await site.Client.ReadAsync("/papers/2605.20030");

        var list = page[page.IndexOf("More by these authors", StringComparison.Ordinal)..];
        list = list[..list.IndexOf("</ul>", StringComparison.Ordinal)];
        Assert.Equal(["2605.20033", "2605.20031"], list.Split("/papers/").Skip(1).Select(l => l[..10]));

        static Paper By(string id, string category, params string[] authors)
        {
            var paper = Some.Paper(id, SomeRankedDay.Tuesday, category);
            paper.Authors = authors;
            return paper;
        }
    }

    [Fact]
    public async Task The_digests_that_had_it_are_named()
    {
        await AddAsync(Some.Paper("2605.20090", SomeRankedDay.Tuesday));
        await SomeRankedDay.StoreAsync(site.Database, new DateOnly(2026, 5, 6), "2605.20090");
        await site.Database.ExecuteAsync(
            """
            INSERT INTO digest_issues (id, cadence, period_key, listing_date, topics, paper_ids, composed_at)
            SELECT gen_random_uuid(), 'daily', key, '2026-05-06', topics::text[], papers::text[], now() FROM (VALUES
                ('2026-05-07', '{}', '{2605.20090}'), ('2026-05-08', '{}', '{2605.20091}'), ('2026-05-09', '{cs.CL}', '{2605.20090}')) issues (key, topics, papers)
            """);

        var page = await site.Client.ReadAsync("/papers/2605.20090");

        Assert.Contains("In the digest of7 May 2026", Html.Text(page[page.IndexOf("<aside", StringComparison.Ordinal)..]));
        Assert.Equal("/digests/daily/2026-05-07", Html.Link(page, "7 May 2026"));
        Assert.DoesNotContain("/digests/daily/2026-05-08", page);
        Assert.DoesNotContain("/digests/daily/2026-05-09", page);
    }

    [Fact]
    public async Task Votes_here_are_drawn_day_by_day()
    {
        await AddAsync(Some.Paper("2605.20092", SomeRankedDay.Tuesday));
        await site.Database.ExecuteAsync(
            "INSERT INTO votes (arxiv_id, visitor_id, cast_at, weight) SELECT '2605.20092', gen_random_uuid(), timestamptz '2026-05-12 10:00Z' + n * interval '13 hours', 1 FROM generate_series(0, 3) n");

        var text = Html.Text(await site.Client.ReadAsync("/papers/2605.20092"));

        Assert.Contains("Here: 2 on 12 May 2026, 4 on 14 May 2026.", text);
    }

    [Fact]
    public async Task It_is_shared_by_plain_links_and_cited_in_a_line()
    {
        var paper = Some.Paper("2605.20093", SomeRankedDay.Tuesday, "cs.CL");
        (paper.Title, paper.Authors) = ("Is $n^2$ & all we need?", ["Ada Lovelace", "Charles Babbage", "Mary Somerville"]);
        await AddAsync(paper);

        var page = await site.Client.ReadAsync("/papers/2605.20093");

        const string citation = "Ada Lovelace, Charles Babbage and Mary Somerville. Is n² & all we need? arXiv:2605.20093 [cs.CL], 2026. https://arxiv.org/abs/2605.20093";
        Assert.Contains(citation, Html.Text(page));
        Assert.Equal(citation + "\n", await site.Client.ReadAsync("/papers/2605.20093.txt"));
        Assert.StartsWith("mailto:?subject=Is%20n%C2%B2%20%26%20all", Html.Link(page, "E-mail"), StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:title\" content=\"Is n\u00B2 & all we need?\"", System.Net.WebUtility.HtmlDecode(page));
    }

    private async Task AddAsync(Paper paper)
    {
        await using var db = site.Database.Open();
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
    }
}
