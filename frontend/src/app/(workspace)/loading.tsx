import classes from '../../components/loading.module.css';

/** The shape of a page while its data is on the way. */
export default function Loading() {
  return (
    <div className={classes.page} aria-busy="true">
      <div className={classes.bar} />
      {Array.from({ length: 10 }, (_, row) => (
        <div key={row} className={classes.row}>
          <span style={{ width: 36 }} />
          <span style={{ width: `${30 + ((row * 17) % 35)}%` }} />
        </div>
      ))}
    </div>
  );
}
