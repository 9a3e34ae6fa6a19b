using PaperDigest.Community;
using PaperDigest.Digests;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Search;

namespace PaperDigest.Hosting.Jobs;

/// <summary>All schedules of the program; the only place with a cron expression.</summary>
internal static class JobSchedule
{
    public static readonly ScheduledJob[] All =
    [
        // The feeds change at midnight Eastern time, 04:00 or 05:00 UTC. When which listing is asked for is in its watch.
        new("ingest", "20 0/5 * * * ?", "Every five minutes: takes in the arXiv listings that are due, makes up for missed days, and compares listings with arXiv's records.",
            (services, now, cancel) => services.GetRequiredService<IngestJob>().RunAsync(now, cancel)),
        // Papers are put on a list from 21:30 Eastern time of the evening before; votes come all day.
        new("curated", "0 5/30 * * * ?", "Every half hour: takes in today's list of Hugging Face, if that is enabled, and counts the votes of its lists of the last month again.",
            (services, now, cancel) => services.GetRequiredService<CuratedJob>().RunAsync(now, cancel)),
        // OAI-PMH has the night's announcement by 22:30 Eastern time, 02:30 or 03:30 UTC.
        new("harvest", "0 35 3,9,15 * * ?", "Every night at 03:35 UTC, and again at 09:35 and 15:35 where that failed: takes in what arXiv changed in its records of the categories.",
            (services, now, cancel) => services.GetRequiredService<HarvestJob>().RunAsync(now, cancel)),
        // Between midnight and one arXiv announces and is best left alone.
        new("details", "0 25 1-23 * * ?", "Every hour from 01:25 to 23:25: asks arXiv's query API for what feeds and curated lists do not carry, of papers that lack it.",
            (services, now, cancel) => services.GetRequiredService<DetailsJob>().RunAsync(now, cancel)),
        new("rank", "0 * * * * ?", "Every minute: puts the papers of the days that changed, and of the newest day, in order.",
            (services, now, cancel) => RankJob.RunAsync(services.GetRequiredService<DayRanking>(), now, cancel)),
        new("digest", "30 * * * * ?", "Every minute: composes the digests that have become due. They are delivered at once by every process that runs jobs.",
            async (services, now, cancel) => (await services.GetRequiredService<PlanDigests>().RunAsync(now, cancel)).ToString()),
        new("notices", "15 0/10 * * * ?", "Every ten minutes: writes one mail to each person whose hour has come, who wants mail about unread notifications and has some.",
            (services, now, cancel) => services.GetRequiredService<MailNotices>().RunAsync(now, cancel)),
        new("encoder", "0 25 * * * ?", "Every hour at 25 past: trains the search's encoder when it is a week old or the catalogue has grown by a fifth.",
            (services, now, cancel) => services.GetRequiredService<TrainEncoder>().RunAsync(now, cancel)),
        new("tidy", "0 40 2 * * ?", "Every night at 02:40: removes old notifications, runs of jobs and sign-in links older than a month, rejected records older than three and reports of runs older than twelve.",
            (services, now, cancel) => services.GetRequiredService<TidyJob>().RunAsync(now, cancel)),
    ];

    public static ScheduledJob Named(string name) => All.Single(j => j.Name == name);
}
