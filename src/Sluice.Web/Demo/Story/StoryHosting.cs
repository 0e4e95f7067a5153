using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sluice.Web.Demo.Story;

internal static class StoryHosting
{
    /// <summary>After the kernel, whose clock it puts the story's around; nothing but the story sees another time by it.</summary>
    public static void AddStory(this IServiceCollection services)
    {
        var clock = new StoryClock((TimeProvider)services.Last(known => known.ServiceType == typeof(TimeProvider)).ImplementationInstance!);
        services.AddSingleton(clock)
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .AddSingleton<StoryTeller>()
            .AddHostedService(provider => provider.GetRequiredService<StoryTeller>());
    }
}
