using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Registers comments, what curators do about them, and notices.</summary>
internal static class TalkSetup
{
    public static void AddTalk(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Discussion>();
        builder.Services.AddSingleton<Reactions>();
        builder.Services.AddSingleton<Moderation>();
        builder.Services.AddSingleton<CommentQueries>();
        builder.Services.AddSingleton<NoticeBox>();
        builder.Services.AddSingleton<NoticeWishes>();
        builder.Services.AddSingleton<NoticeLetters>();
        builder.Services.AddSingleton<MailNotices>();
        builder.Services.AddSingleton<IPersonalRecords, PersonalComments>();
        builder.Services.AddSingleton<IPersonalRecords, PersonalNotices>();
        builder.Services.AddSingleton(new PersonSection(10, typeof(CommentsOf)));
    }

    public static void MapTalk(this WebApplication app)
    {
        app.MapComments();
        app.MapModeration();
        app.MapNotices();
    }
}
