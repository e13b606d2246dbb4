package io.tidehall.server.reload;

import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.protocol.Text;
import io.tidehall.server.hallfile.Account;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What one hall file says other than another, in words and in the order of the file. */
final class HallChanges {
  private static final List<Aspect<HallPlan>> HALL =
      List.of(
          new Aspect<>("名称", "name", it -> List.of(it.id(), it.zh(), it.en())),
          new Aspect<>("时区", "time zone", HallPlan::zone),
          new Aspect<>("开放时间", "hours", HallPlan::hours),
          new Aspect<>("节假日", "holidays", HallPlan::workingDays),
          new Aspect<>("绿色通道事由", "green reasons", HallPlan::greenReasons),
          new Aspect<>("评价标签", "rating labels", HallPlan::labels),
          new Aspect<>("潮汐规则", "tidal rules", HallPlan::tides),
          new Aspect<>("值班安排", "duties", HallPlan::duties));

  private static final List<Aspect<Rules>> RULES =
      List.of(
          new Aspect<>("派号策略", "policy", Rules::chosenPolicy),
          new Aspect<>("公平承诺", "fairness", Rules::fairness),
          new Aspect<>("取号识别", "identity", Rules::identity),
          new Aspect<>("叫号次数", "calls", Rules::calls),
          new Aspect<>("重呼间隔", "recall gap", Rules::recallGap),
          new Aspect<>(
              "过号回队", "returns", it -> List.of(it.returnPlace(), it.returnAfter(), it.returns())),
          new Aspect<>("绿色通道提前量", "green head start", Rules::greenHeadStart),
          new Aspect<>("评价", "rating", it -> List.of(it.ratingSilence(), it.ratingDays())),
          new Aspect<>("日切", "roll-over", Rules::rollOver),
          new Aspect<>("每人窗口数", "windows a clerk", Rules::clerkWindows),
          new Aspect<>("等候目标", "wait target", Rules::waitTarget),
          new Aspect<>("手机推后", "phone delay", Rules::phoneDelay),
          new Aspect<>("预约", "bookings", Rules::bookings));

  private static final List<Aspect<Line>> LINE =
      List.of(
          new Aspect<>("名称", "name", it -> List.of(it.zh(), it.en())),
          new Aspect<>("号码前缀", "prefix", Line::prefix),
          new Aspect<>("生活领域", "field", Line::field),
          new Aspect<>("事项", "items", Line::items),
          new Aspect<>("每日限号", "daily quota", Line::dailyQuota),
          new Aspect<>("办理时长", "usual service", Line::usualService),
          new Aspect<>("一件事", "together", Line::together));

  private static final List<Aspect<WindowPlan>> WINDOW =
      List.of(
          new Aspect<>("名称", "name", it -> List.of(it.zh(), it.en())),
          new Aspect<>("类型", "kind", WindowPlan::kind),
          new Aspect<>("业务范围", "lines", WindowPlan::lines),
          new Aspect<>("主办和兼办领域", "fields", WindowPlan::fields),
          new Aspect<>("区域", "zone", WindowPlan::zone),
          new Aspect<>("启用", "in service", WindowPlan::inService),
          new Aspect<>("办理快慢", "speeds", WindowPlan::speeds),
          new Aspect<>("自动叫号", "automatic call", it -> Objects.toString(it.autoAfter(), "")));

  private static final List<Aspect<Clerk>> CLERK =
      List.of(
          new Aspect<>("姓名", "name", Clerk::name),
          new Aspect<>("AB岗", "stands in for", Clerk::standsInFor));

  private static final List<Aspect<Account>> ACCOUNT =
      List.of(
          new Aspect<>("姓名", "name", Account::name),
          new Aspect<>("角色", "roles", Account::roles),
          new Aspect<>("公示卡", "public card", it -> Objects.toString(it.card(), "")));

  private static final List<Aspect<HallDevice>> DEVICE =
      List.of(
          new Aspect<>("类型", "role", HallDevice::role),
          new Aspect<>("窗口", "window", it -> Objects.toString(it.window(), "")),
          new Aspect<>("打印机", "printer", it -> Objects.toString(it.printer(), "")),
          new Aspect<>("区域", "zone", it -> Objects.toString(it.zone(), "")),
          new Aspect<>("语音", "voice", it -> Objects.toString(it.voice(), "")),
          new Aspect<>("播放列表", "playlist", HallDevice::playlist));

  private final List<Text> changes = new ArrayList<>();

  private HallChanges() {}

  /** Something that may differ, with its names. */
  private record Aspect<T>(String zh, String en, Function<T, Object> of) {}

  static List<Text> between(HallSetup before, HallSetup after) {
    var all = new HallChanges();
    HallPlan was = before.plan();
    HallPlan is = after.plan();
    all.one("大厅", "Hall", HALL, was, is);
    all.one("规则", "Rules", RULES, was.rules(), is.rules());
    all.each("业务 ", "Line ", LINE, by(was.lines(), Line::id), by(is.lines(), Line::id));
    all.each(
        "窗口 ",
        "Window ",
        WINDOW,
        by(was.windows(), WindowPlan::id),
        by(is.windows(), WindowPlan::id));
    all.each("人员 ", "Clerk ", CLERK, by(was.clerks(), Clerk::id), by(is.clerks(), Clerk::id));
    all.each(
        "账号 ",
        "Account ",
        ACCOUNT,
        by(before.accounts(), Account::badge),
        by(after.accounts(), Account::badge));
    all.one(
        "登录",
        "Sign-in",
        List.of(new Aspect<>("可用 PIN 码登录的网络", "networks for PINs", HallSetup::pinNetworks)),
        before,
        after);
    all.one(
        "电视大屏",
        "Web boards",
        List.of(new Aspect<>("播放列表", "playlist", HallSetup::playlist)),
        before,
        after);
    all.one(
        "取号机",
        "Kiosks",
        List.of(
            new Aspect<>("维护 PIN 码", "service PIN", it -> Optional.ofNullable(it.kiosks().pin())),
            new Aspect<>("语音提示", "speech", it -> Optional.ofNullable(it.kiosks().speech())),
            new Aspect<>("打印机不能打印时", "without paper", it -> it.kiosks().withoutPaper())),
        before,
        after);
    all.each(
        "设备 ",
        "Device ",
        DEVICE,
        by(before.devices(), HallDevice::id),
        by(after.devices(), HallDevice::id));
    all.one(
        "目录",
        "Catalogue",
        List.of(new Aspect<>("事项和指南", "items and guides", HallSetup::catalogue)),
        before,
        after);
    all.one(
        "通知",
        "Notices",
        List.of(
            new Aspect<>("大屏和取号机", "boards and kiosks", HallSetup::notices),
            new Aspect<>("小票", "slips", HallSetup::slipNotices)),
        before,
        after);
    return List.copyOf(all.changes);
  }

  private <T> void one(String zh, String en, List<Aspect<T>> aspects, T before, T after) {
    List<Aspect<T>> other =
        aspects.stream().filter(it -> !it.of().apply(before).equals(it.of().apply(after))).toList();
    if (!other.isEmpty()) {
      List<Text> words = other.stream().map(it -> words(it, before, after)).toList();
      changes.add(
          Text.of(
              zh + "：" + String.join("、", words.stream().map(Text::zh).toList()),
              en + ": " + String.join(", ", words.stream().map(Text::en).toList())));
    }
  }

  /** Its name, and from what to what where that is short. */
  private static <T> Text words(Aspect<T> aspect, T before, T after) {
    return Plain.change(aspect.of().apply(before), aspect.of().apply(after))
        .map(it -> Text.of(aspect.zh() + "（" + it.zh() + "）", aspect.en() + " (" + it.en() + ")"))
        .orElse(Text.of(aspect.zh(), aspect.en()));
  }

  private <T> void each(
      String zh, String en, List<Aspect<T>> aspects, Map<String, T> before, Map<String, T> after) {
    after.forEach(
        (id, is) -> {
          T was = before.get(id);
          if (was == null) {
            changes.add(Text.of(zh + id + "：新增", en + id + ": new"));
          } else {
            one(zh + id, en + id, aspects, was, is);
          }
        });
    for (String id : before.keySet()) {
      if (!after.containsKey(id)) {
        changes.add(Text.of(zh + id + "：取消", en + id + ": gone"));
      }
    }
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, Object> id) {
    Map<String, T> map = new LinkedHashMap<>();
    all.forEach(it -> map.put(String.valueOf(id.apply(it)), it));
    return map;
  }
}
